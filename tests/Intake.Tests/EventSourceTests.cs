using CrossRegion.Orchestrations.Events;

namespace CrossRegion.Intake.Tests;

public sealed class EventSourceTests
{
    [Theory]
    [InlineData("urn:gov:cn:51:zwfw", "51", "zwfw")]
    [InlineData("urn:gov:cn:50:medical-insurance", "50", "medical-insurance")]
    [InlineData("urn:gov:cn:44:0", "44", "0")]
    public void A_source_is_a_province_and_a_name(string text, string province, string name)
    {
        var source = EventSource.Parse(text);

        (source.Province.Value, source.Name, source.Value).ShouldBe((province, name, text));
        source.ShouldBe(EventSource.Parse(text));
    }

    [Theory]
    [InlineData(null, "source-form")]
    [InlineData("", "source-form")]
    [InlineData("urn:gov:cn:51", "source-form")]
    [InlineData("urn:gov:cn:51:", "source-form")]
    [InlineData("urn:gov:cn:511:x", "source-form")]
    [InlineData("URN:gov:cn:51:zwfw", "source-form")]
    [InlineData("urn:gov:cn:51:Zwfw", "source-form")]
    [InlineData("urn:gov:cn:51:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "source-form")]
    [InlineData("urn:gov:cn:83:zwfw", "unknown-province")]
    [InlineData("urn:gov:cn:xx:zwfw", "character")]
    public void What_is_no_source_says_why(string? text, string code)
    {
        EventSource.TryParse(text, out var source, out var fault).ShouldBeFalse();

        source.ShouldBeNull();
        fault.ShouldNotBeNull().Code.ShouldBe(code);
    }
}
