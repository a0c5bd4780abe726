using System.Reflection;
using System.Text.Json.Serialization;
using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Tests.CodeSets;

/// <summary>GB/T 39046-2020 annex A, and our own sets.</summary>
public class CodeSetTests
{
    [Fact]
    public void The_codes_of_annex_A_are_all_there()
    {
        CodeSet<ItemType>.Codes.ShouldBe(["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "20"]);
        CodeSet<ExerciseLevel>.Codes.ShouldBe(["1", "2", "3", "4", "5", "6", "7"]);
        CodeSet<DepartmentType>.Codes.ShouldBe(["1", "2", "3", "9"]);
        CodeSet<ApplicantType>.Codes.ShouldBe(["1", "2", "3", "4", "5", "6"]);
        CodeSet<HandlingForm>.Codes.ShouldBe(["1", "2", "3", "4", "9"]);
        CodeSet<HandlingKind>.Codes.ShouldBe(["1", "2", "9"]);
        CodeSet<SpecialProcedureKind>.Codes.ShouldBe(["1", "2"]);
        CodeSet<Satisfaction>.Codes.ShouldBe(["1", "2", "3", "4", "5"]);
    }

    [Fact]
    public void One_is_the_best_grade_of_satisfaction() => Satisfaction.VerySatisfied.Code().ShouldBe("1");

    [Fact]
    public void A_member_has_its_name_in_both_languages()
    {
        ItemType.Licence.Name().ShouldBe(new LocalizedText("行政许可", "Administrative licence"));
        ItemType.Licence.Name().For("en-GB").ShouldBe("Administrative licence");
        ItemType.Licence.Name().For("zh-CN").ShouldBe("行政许可");
    }

    [Fact]
    public void The_default_of_a_set_is_no_code() => Should.Throw<ArgumentOutOfRangeException>(() => default(ItemType).Code());

    [Fact]
    public void An_unknown_code_is_refused()
    {
        CodeSet<ItemType>.TryParse("11", out _).ShouldBeFalse();
        CodeSet<ItemType>.TryParse(null, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => CodeSet<ItemType>.Parse("1"));
    }

    /// <summary>Whoever adds an enum that is written as its code must leave zero free and give every member a code of its own.</summary>
    [Fact]
    public void Every_code_set_of_the_domain_leaves_zero_free_and_has_distinct_codes()
    {
        var sets = typeof(CodeSet<>).Assembly.GetTypes().Where(IsCodeSet).ToList();
        sets.Count.ShouldBeGreaterThan(10);
        foreach (var set in sets)
        {
            Enum.IsDefined(set, 0).ShouldBeFalse(set.Name);
            var codes = (IReadOnlyCollection<string>)typeof(CodeSet<>).MakeGenericType(set).GetProperty("Codes")!.GetValue(null)!;
            codes.Count.ShouldBe(Enum.GetValues(set).Length, set.Name);
        }
    }

    private static bool IsCodeSet(Type type) =>
        type.IsEnum && type.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType is { IsGenericType: true } converter
        && converter.GetGenericTypeDefinition() == typeof(CodeJsonConverter<>);
}
