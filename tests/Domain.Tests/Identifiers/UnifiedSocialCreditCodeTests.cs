using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Tests.Identifiers;

/// <summary>GB 32100-2015.</summary>
public class UnifiedSocialCreditCodeTests
{
    [Theory]
    [InlineData("91350100M000100Y43")] // the standard's own example
    [InlineData("11100000000013338W")]
    [InlineData("11450721MB15580811")]
    [InlineData("11450721348531435D")]
    [InlineData("12441500196720244T")]
    [InlineData("11430000006122244L")]
    [InlineData("11220000013544541J")]
    [InlineData("11330105002500287C")]
    public void A_code_in_use_is_taken(string code) => UnifiedSocialCreditCode.Parse(code).Value.ShouldBe(code);

    [Fact]
    public void Its_parts_can_be_read()
    {
        var code = UnifiedSocialCreditCode.Parse("91350100M000100Y43");
        code.RegistrationDepartment.ShouldBe('9');
        code.RegistrationDivision.ShouldBe("350100");
        code.EntityCode.ShouldBe("M000100Y4");
    }

    [Theory]
    [InlineData(null, "missing", "missing")]
    [InlineData("", "missing", "missing")]
    [InlineData("91350100M000100Y4", "length", "has 18 characters, not 17")]
    [InlineData("91350100M000100Y430", "length", "not 19")]
    [InlineData("91350100M000100I43", "character", "character 16")]
    [InlineData("9135010XM000100Y43", "character", "character 8 of the unified social credit code should be a digit, not 'X'")]
    [InlineData("91350100m000100Y43", "character", "character 9")]
    [InlineData("91350100M000100Y44", "check-digit", "should be '3', not '4'")]
    [InlineData("９1350100M000100Y43", "character", "character 1")]
    public void A_wrong_code_is_told_what_is_wrong(string? text, string code, string message)
    {
        UnifiedSocialCreditCode.TryParse(text, out var value, out var fault).ShouldBeFalse();
        value.ShouldBeNull();
        fault.ShouldNotBeNull().Code.ShouldBe(code);
        fault.MessageEn.ShouldContain(message);
        fault.MessageZh.ShouldContain("统一社会信用代码");
    }
}
