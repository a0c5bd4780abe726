using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossRegion.Functions.Intake;
using CrossRegion.Orchestrations.Events;

namespace CrossRegion.Intake.Tests;

/// <summary>An event's size is what it is once it is kept, whatever made it grow.</summary>
public sealed class EventSizeTests
{
    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("x", 260_000)]
    [InlineData("\"", 500_000)]
    [InlineData("\\", 500_000)]
    [InlineData("\u007f", 50_000)]
    [InlineData("省", 90_000)]
    [InlineData("😀", 25_000)]
    public void A_body_within_its_limit_may_hold_an_event_beyond_its_own(string text, int times)
    {
        var result = Read(Padded(string.Concat(Enumerable.Repeat(text, times))));

        result.ShouldBeRefused(413, " too-large");
        result.Problem!.Faults.Single().MessageEn.ShouldContain($"{EventSize.MaximumBytes} bytes");
        result.Problem.Faults.Single().MessageZh.ShouldContain($"{EventSize.MaximumBytes}字节");
    }

    [Fact]
    public void An_event_of_exactly_the_limit_is_taken_and_one_byte_more_is_not()
    {
        var room = EventSize.MaximumBytes - EventSize.Of(Read(Padded("")).Events.Single());

        EventSize.Of(Read(Padded(new string('x', room))).Events.Single()).ShouldBe(EventSize.MaximumBytes);
        Read(Padded(new string('x', room + 1))).ShouldBeRefused(413, " too-large");
    }

    [Fact]
    public void Every_event_of_a_batch_that_is_too_large_is_told()
    {
        var (small, large) = (Examples.Submitted, Padded(new string('"', 100_000)));

        IntakeUnderTest.Read(IntakeUnderTest.Batch, new JsonArray(large, small, large.DeepClone()).ToJsonString(AsItIs))
            .ShouldBeRefused(413, "[0] too-large", "[2] too-large");
    }

    /// <summary>An extension attribute is the one place that no schema bounds.</summary>
    private static JsonObject Padded(string text) => Examples.Submitted.With("padding", text);

    private static IntakeResult Read(JsonObject structured)
    {
        var body = Encoding.UTF8.GetBytes(structured.ToJsonString(AsItIs));
        body.Length.ShouldBeLessThanOrEqualTo(1024 * 1024);
        return IntakeUnderTest.Read(IntakeUnderTest.Structured, body);
    }
}
