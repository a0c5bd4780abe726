using CrossRegion.Cli.Stamps;

namespace CrossRegion.Cli.Tests.Stamps;

public sealed class StampListTests
{
    [Fact]
    public void A_comma_separates_stamps_and_a_plus_joins_provinces()
    {
        List<string> faults = [];

        var stamps = StampList.Parse("51, 50,44+45", faults);

        stamps.Select(provinces => string.Join('+', provinces)).ShouldBe(["51", "50", "44+45"]);
        faults.ShouldBeEmpty();
    }

    [Fact]
    public void Everything_wrong_is_found_at_once()
    {
        List<string> faults = [];

        StampList.Parse("51,99,50+51,x", faults);

        faults.Count.ShouldBe(3);
        faults[0].ShouldContain("99");
        faults[1].ShouldContain("51 is there twice");
        faults[2].ShouldContain("not 1");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void At_least_one_province_is_needed(string text)
    {
        List<string> faults = [];

        StampList.Parse(text, faults).ShouldBeEmpty();

        faults.ShouldHaveSingleItem().ShouldContain("At least one province");
    }
}
