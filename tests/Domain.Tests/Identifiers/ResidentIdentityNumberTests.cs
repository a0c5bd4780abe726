using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Tests.Identifiers;

/// <summary>GB 11643-1999.</summary>
public class ResidentIdentityNumberTests
{
    private const string Example = "11010519491231002X";

    [Fact]
    public void The_example_of_the_standard_is_taken()
    {
        var number = ResidentIdentityNumber.Parse(Example);
        number.BirthDate.ShouldBe(new LocalDate(1949, 12, 31));
        number.RegistrationDivision.ShouldBe("110105");
        number.IsMale.ShouldBeFalse();
        number.Masked.ShouldBe("1*************002X");
    }

    [Fact]
    public void A_small_x_is_read_as_the_large_one() =>
        ResidentIdentityNumber.Parse("11010519491231002x").ShouldBe(ResidentIdentityNumber.Parse(Example));

    [Theory]
    [InlineData("810000199408230021")] // residence permit, Hong Kong
    [InlineData("830000199201300022")] // residence permit, Taiwan
    public void A_residence_permit_is_not_refused_for_its_division(string text) =>
        ResidentIdentityNumber.TryParse(text, out _, out _).ShouldBeTrue();

    [Theory]
    [InlineData(null, "missing", "missing")]
    [InlineData("110105491231002", "length", "not 15")]
    [InlineData("1101051949123100AX", "character", "character 17")]
    [InlineData("11010519491231002Y", "character", "character 18")]
    [InlineData("110105194912310021", "check-digit", "should be 'X', not '1'")]
    [InlineData("110105194913310021", "date", "no real date")]
    [InlineData("110105190002290021", "date", "no real date")]
    [InlineData("110105000001010021", "date", "no real date")]
    public void A_wrong_number_is_told_what_is_wrong(string? text, string code, string message)
    {
        ResidentIdentityNumber.TryParse(text, out var value, out var fault).ShouldBeFalse();
        value.ShouldBeNull();
        fault.ShouldNotBeNull().Code.ShouldBe(code);
        fault.MessageEn.ShouldContain(message);
    }
}
