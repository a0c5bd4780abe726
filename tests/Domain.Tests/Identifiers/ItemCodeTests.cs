using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Tests.Identifiers;

/// <summary>GB/T 39554.1-2020 on codes that are in use.</summary>
public class ItemCodeTests
{
    [Theory]
    [InlineData("000104002000", null, "01", ItemType.Licence)]
    [InlineData("001033002000", null, "10", ItemType.OtherPower)]
    [InlineData("000141005000", null, "01", ItemType.Licence)]
    [InlineData("442199806003", "44", "21", null)] // Guangdong's own type
    public void A_basic_code_in_use_is_taken(string text, string? province, string typeCode, ItemType? type)
    {
        var code = BasicCode.Parse(text);
        code.Province?.Value.ShouldBe(province);
        (code.Province is null).ShouldBe(province is null);
        code.TypeCode.ShouldBe(typeCode);
        code.Type.ShouldBe(type);
        (code.MainItem + code.SubItem).ShouldBe(text[4..]);
    }

    [Theory]
    [InlineData("11450721MB155808114000104002000", "11450721MB15580811", ExerciseLevel.County, "000104002000")]
    [InlineData("11450721348531435D4001033002000", "11450721348531435D", ExerciseLevel.County, "001033002000")]
    [InlineData("12441500196720244T3442199806003", "12441500196720244T", ExerciseLevel.Prefecture, "442199806003")]
    public void An_implementation_code_in_use_is_taken_apart(string text, string department, ExerciseLevel level, string basic)
    {
        var code = ImplementationCode.Parse(text);
        (code.Department.Value, code.Level, code.Basic.Value).ShouldBe((department, level, basic));
        ImplementationCode.Create(code.Department, code.Level, code.Basic).ShouldBe(code);
    }

    [Fact]
    public void A_handling_code_is_the_implementation_code_and_a_sequence()
    {
        var code = HandlingCode.Parse("11450721MB15580811400014100500001");
        code.Implementation.Value.ShouldBe("11450721MB155808114000141005000");
        code.Sequence.ShouldBe(1);
        HandlingCode.Create(code.Implementation, 1).ShouldBe(code);
        Should.Throw<ArgumentOutOfRangeException>(() => HandlingCode.Create(code.Implementation, 100));
    }

    [Fact]
    public void A_material_code_belongs_to_a_handling_item_or_to_the_implementation_item()
    {
        var below = MaterialCode.Parse("11450721MB15580811400014100500001001");
        below.Handling.ShouldNotBeNull().Value.ShouldBe("11450721MB15580811400014100500001");
        below.Sequence.ShouldBe(1);
        MaterialCode.Create(below.Handling, 1).ShouldBe(below);

        var above = MaterialCode.Parse("11450721MB155808114000141005000001");
        above.Handling.ShouldBeNull();
        above.Implementation.ShouldBe(below.Implementation);
    }

    [Theory]
    [InlineData("0001040020", "length")] // ten characters, as GB/T 39046-2020 table 4 still has it
    [InlineData("990104002000", "unknown-province")]
    [InlineData("00010400200A", "character")]
    [InlineData("002104002000", "item-type")]
    public void A_wrong_basic_code_is_told_what_is_wrong(string text, string code) => FaultOf<BasicCode>(text).ShouldBe(code);

    [Theory]
    [InlineData("11450721MB1558081140001040", "length")]
    [InlineData("11450721MB155808124000104002000", "check-digit")]
    [InlineData("11450721MB155808118000104002000", "exercise-level")]
    [InlineData("11450721MB155808110000104002000", "exercise-level")]
    [InlineData("11450721MB155808114990104002000", "unknown-province")]
    public void A_wrong_implementation_code_is_told_what_is_wrong(string text, string code) =>
        FaultOf<ImplementationCode>(text).ShouldBe(code);

    [Theory]
    [InlineData("11450721MB155808114000104002000", "length")]
    [InlineData("11450721MB1558081140001040020000A", "character")]
    [InlineData("11450721MB15580812400010400200001", "check-digit")]
    public void A_wrong_handling_code_is_told_what_is_wrong(string text, string code) => FaultOf<HandlingCode>(text).ShouldBe(code);

    [Theory]
    [InlineData("11450721MB1558081140001410050000001", "length")]
    [InlineData("11450721MB1558081140001410050000100A", "character")]
    [InlineData("11450721MB15580812400014100500001001", "check-digit")]
    [InlineData("11450721MB155808124000141005000001", "check-digit")]
    public void A_wrong_material_code_is_told_what_is_wrong(string text, string code) => FaultOf<MaterialCode>(text).ShouldBe(code);

    private static string FaultOf<T>(string text) where T : class, IIdentifier<T>
    {
        T.TryParse(text, out var value, out var fault).ShouldBeFalse();
        value.ShouldBeNull();
        return fault.ShouldNotBeNull().Code;
    }
}
