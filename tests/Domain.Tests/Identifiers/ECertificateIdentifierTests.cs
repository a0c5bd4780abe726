using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Tests.Identifiers;

/// <summary>GB/T 36904-2018.</summary>
public class ECertificateIdentifierTests
{
    private const string Housing = "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U";

    [Theory]
    [InlineData(Housing)]
    [InlineData("1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F")]
    [InlineData("1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0")]
    public void An_identifier_in_use_is_taken_and_made_again_of_its_parts(string text)
    {
        var identifier = ECertificateIdentifier.Parse(text);
        identifier.Value.ShouldBe(text);
        var issuer = UnifiedSocialCreditCode.Parse(identifier.Issuer);
        ECertificateIdentifier.Create(identifier.Type, issuer, identifier.Serial, identifier.Version).ShouldBe(identifier);
    }

    [Fact]
    public void An_old_record_has_a_division_for_its_issuer()
    {
        var type = CertificateTypeCode.Parse("11100000000013338W022");
        var identifiers = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
            .Where(check => ECertificateIdentifier.TryParse($"1.2.156.3005.2.{type}.340100.000000016.001.{check}", out _, out _));
        identifiers.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(null, "missing")]
    [InlineData("1.2.156.3005.3.11100000000013338W011.11430000006122244L.20230000403.001.U", "root")]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001", "parts")]
    [InlineData("1.2.156.3005.2.11100000000013338W01.11430000006122244L.20230000403.001.U", "length")]
    [InlineData("1.2.156.3005.2.11100000000013338X011.11430000006122244L.20230000403.001.U", "check-digit")]
    [InlineData("1.2.156.3005.2.11100000000013338W011.1143.20230000403.001.U", "length")]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11430000006122244M.20230000403.001.U", "check-digit")]
    [InlineData("1.2.156.3005.2.11100000000013338W011.34010A.20230000403.001.U", "character")]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11430000006122244L..001.U", "missing")]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11430000006122244L.2023_403.001.U", "character")]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.1.U", "length")]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.00A.U", "character")]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.UU", "length")]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.V", "check-digit")]
    public void A_wrong_identifier_is_told_what_is_wrong(string? text, string code)
    {
        ECertificateIdentifier.TryParse(text, out var value, out var fault).ShouldBeFalse();
        value.ShouldBeNull();
        fault.ShouldNotBeNull().Code.ShouldBe(code);
        fault.Path.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("a1")]
    [InlineData("012345678901234567890123456789012345678901234567890")]
    public void A_serial_that_could_not_be_read_back_is_not_issued(string serial)
    {
        var parts = ECertificateIdentifier.Parse(Housing);
        Should.Throw<FormatException>(() => ECertificateIdentifier.Create(parts.Type, UnifiedSocialCreditCode.Parse(parts.Issuer), serial));
    }

    [Fact]
    public void A_version_has_three_digits()
    {
        var parts = ECertificateIdentifier.Parse(Housing);
        Should.Throw<ArgumentOutOfRangeException>(
            () => ECertificateIdentifier.Create(parts.Type, UnifiedSocialCreditCode.Parse(parts.Issuer), "1", 1000));
    }
}
