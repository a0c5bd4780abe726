using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Tests.Identifiers;

public class ApplicationNumberTests
{
    private static readonly ProvinceCode Sichuan = ProvinceCode.Parse("51");
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void The_same_application_has_the_same_number_for_ever() =>
        ApplicationNumber.Derive(Sichuan, "https://platform.sc.example", "SC-2026-000001", Key).Value.ShouldBe("514FYK0ABXCZDPVD9A1");

    [Fact]
    public void A_number_has_nineteen_characters_and_names_its_province()
    {
        var number = Derive("SC-2026-000001");
        number.Value.Length.ShouldBe(ApplicationNumber.Length);
        number.Province.ShouldBe(Sichuan);
        number.Value.ShouldMatch("^51[0-9A-HJKMNP-TV-Z]{16}[0-9A-Z]$");
    }

    [Fact]
    public void Neighbouring_references_another_source_another_province_and_another_key_make_other_numbers()
    {
        var numbers = new[]
        {
            Derive("SC-2026-000001"),
            Derive("SC-2026-000002"),
            ApplicationNumber.Derive(Sichuan, "https://platform.sc.example/", "SC-2026-000001", Key),
            ApplicationNumber.Derive(Sichuan, "https://platform.sc.example", "SC-2026-000001", new byte[32]),
        };
        numbers.Select(number => number.Value[2..18]).Distinct().Count().ShouldBe(numbers.Length);
        ApplicationNumber.Derive(ProvinceCode.Parse("50"), "https://platform.sc.example", "SC-2026-000001", Key).ShouldNotBe(numbers[0]);
    }

    [Fact]
    public void Where_the_source_ends_and_the_subject_begins_makes_a_difference() =>
        ApplicationNumber.Derive(Sichuan, "ab", "c", Key).ShouldNotBe(ApplicationNumber.Derive(Sichuan, "a", "bc", Key));

    [Fact]
    public void It_is_read_in_small_letters_and_in_groups()
    {
        var number = Derive("SC-2026-000001");
        ApplicationNumber.Parse(number.Value.ToLowerInvariant()).ShouldBe(number);
        ApplicationNumber.Parse(number.Grouped).ShouldBe(number);
        number.Grouped.Count(character => character == '-').ShouldBe(5);
    }

    [Theory]
    [InlineData(null, "missing")]
    [InlineData("--", "missing")]
    [InlineData("51", "length")]
    [InlineData("99AAAAAAAAAAAAAAAA0", "unknown-province")]
    [InlineData("51AAAAAAAUAAAAAAAA0", "character")]
    [InlineData("51AAAAAAAſAAAAAAAA0", "character")]
    public void A_wrong_number_is_told_what_is_wrong(string? text, string code)
    {
        ApplicationNumber.TryParse(text, out var value, out var fault).ShouldBeFalse();
        value.ShouldBeNull();
        fault.ShouldNotBeNull().Code.ShouldBe(code);
    }

    [Fact]
    public void Without_a_reference_or_with_a_short_key_there_is_no_number()
    {
        Should.Throw<ArgumentException>(() => ApplicationNumber.Derive(Sichuan, "", "x", Key));
        Should.Throw<ArgumentException>(() => ApplicationNumber.Derive(Sichuan, "x", "", Key));
        Should.Throw<ArgumentException>(() => ApplicationNumber.Derive(Sichuan, "x", "y", new byte[15]));
    }

    private static ApplicationNumber Derive(string subject) =>
        ApplicationNumber.Derive(Sichuan, "https://platform.sc.example", subject, Key);
}
