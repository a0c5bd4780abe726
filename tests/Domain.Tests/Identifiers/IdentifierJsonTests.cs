using System.Text.Json;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Tests.Identifiers;

public class IdentifierJsonTests
{
    private sealed record Letter(UnifiedSocialCreditCode From, ProvinceCode? To, ExerciseLevel Level, Dictionary<DepartmentKey, int> Weights);

    [Fact]
    public void Identifiers_and_codes_are_strings_in_JSON()
    {
        var weights = new Dictionary<DepartmentKey, int> { [DepartmentKey.Parse("tax-in")] = 3 };
        var letter = new Letter(UnifiedSocialCreditCode.Parse("11100000000013338W"), null, ExerciseLevel.Province, weights);
        var json = JsonSerializer.Serialize(letter);
        json.ShouldBe("""{"From":"11100000000013338W","To":null,"Level":"2","Weights":{"tax-in":3}}""");
        var again = JsonSerializer.Deserialize<Letter>(json).ShouldNotBeNull();
        (again.From, again.To, again.Level).ShouldBe((letter.From, letter.To, letter.Level));
        again.Weights.ShouldBe(letter.Weights);
    }

    [Theory]
    [InlineData("""{"From":"11100000000013338X","Level":"2","Weights":{}}""", "should be 'W'")]
    [InlineData("""{"From":7,"Level":"2","Weights":{}}""", "is a string")]
    [InlineData("""{"From":"11100000000013338W","Level":"8","Weights":{}}""", "codes of ExerciseLevel")]
    [InlineData("""{"From":"11100000000013338W","Level":"2","Weights":{"Tax":1}}""", "character 1 of the department key")]
    public void A_wrong_one_is_refused_with_its_fault(string json, string message) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Letter>(json)).Message.ShouldContain(message);

    [Fact]
    public void Parse_throws_what_TryParse_tells() =>
        Should.Throw<FormatException>(() => ProvinceCode.Parse("99")).Message.ShouldContain("no province of GB/T 2260");

    [Fact]
    public void Many_faults_are_gathered_with_their_paths()
    {
        var faults = new FaultCollector();
        faults.Parse<ProvinceCode>("data.province", "99").ShouldBeNull();
        faults.Parse<DepartmentKey>("data.department", "tax-in").ShouldNotBeNull();
        faults.Parse<ResidentIdentityNumber>("data.applicant.idNumber", null).ShouldBeNull();
        faults.Select(fault => fault.Path).ShouldBe(["data.province", "data.applicant.idNumber"]);
    }

    [Theory]
    [InlineData("data", "applicant.name", "data.applicant.name")]
    [InlineData("data.materials", "[0].code", "data.materials[0].code")]
    [InlineData("items/x.json", "#/name", "items/x.json#/name")]
    [InlineData("", "name", "name")]
    [InlineData("data", "", "data")]
    public void A_fault_keeps_its_path_below_the_part_it_was_found_in(string above, string below, string path) =>
        new Fault(below, "missing", "缺少", "missing").At(above).Path.ShouldBe(path);

    [Theory]
    [InlineData("a")]
    [InlineData("pension-2")]
    public void A_short_name_is_taken(string text) => SharedDataCode.Parse(text).Value.ShouldBe(text);

    [Theory]
    [InlineData("Tax", "character")]
    [InlineData("2-tax", "shape")]
    [InlineData("tax--in", "shape")]
    [InlineData("tax-", "shape")]
    [InlineData("", "missing")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "length")]
    public void A_wrong_short_name_is_told_what_is_wrong(string text, string code)
    {
        SharedDataCode.TryParse(text, out _, out var fault).ShouldBeFalse();
        fault.ShouldNotBeNull().Code.ShouldBe(code);
    }
}
