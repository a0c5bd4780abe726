using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Tests.Identifiers;

/// <summary>GB/T 2260.</summary>
public class DivisionTests
{
    [Fact]
    public void There_are_34_provinces_and_Taiwan_is_71()
    {
        ProvinceCode.All.Count.ShouldBe(34);
        ProvinceCode.All.ShouldContain(ProvinceCode.Parse("71"));
        ProvinceCode.TryParse("83", out _, out var fault).ShouldBeFalse();
        fault.ShouldNotBeNull().Code.ShouldBe("unknown-province");
    }

    [Theory]
    [InlineData("510000", true, false, false)]
    [InlineData("510100", false, true, false)]
    [InlineData("510107", false, false, true)]
    [InlineData("429004", false, false, true)] // a county right below its province
    public void A_division_knows_its_level(string text, bool province, bool prefecture, bool county)
    {
        var code = DivisionCode.Parse(text);
        (code.IsProvince, code.IsPrefecture, code.IsCounty).ShouldBe((province, prefecture, county));
        code.Province.Value.ShouldBe(text[..2]);
    }

    [Fact]
    public void A_province_is_a_division() => ProvinceCode.Parse("51").Division.Value.ShouldBe("510000");

    [Theory]
    [InlineData("51010", "length")]
    [InlineData("5101O7", "character")]
    [InlineData("830000", "unknown-province")]
    [InlineData("", "missing")]
    public void A_wrong_division_is_told_what_is_wrong(string text, string code)
    {
        DivisionCode.TryParse(text, out _, out var fault).ShouldBeFalse();
        fault.ShouldNotBeNull().Code.ShouldBe(code);
    }
}
