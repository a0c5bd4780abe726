using System.Text;
using System.Text.Json.Nodes;
using CrossRegion.Adapters.Tests.Cosmos.Gateway;
using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.Tests.App;
using CrossRegion.Orchestrations.Tests.Stamps;
using NodaTime;

namespace CrossRegion.Orchestrations.Tests.Flow;

/// <summary>The largest events that the intake takes fit into a batch of the store, with all that is made of them.</summary>
public sealed class LargestEventTests
{
    [Fact]
    public async Task The_largest_application_is_taken_by_the_embedded_store()
    {
        await using var app = await TestApp.StartAsync();

        await IsTakenAsync(app);
    }

    [Fact]
    public async Task The_largest_application_is_taken_by_Cosmos()
    {
        await using var gateway = await CosmosGateway.StartAsync();
        await using var app = await TestApp.StartAsync(
        [
            "--CrossRegion:Store=Cosmos", $"--CrossRegion:Cosmos:Endpoint={gateway.Url}", $"--CrossRegion:Cosmos:Key={CosmosGateway.Key}",
        ]);

        await IsTakenAsync(app);
    }

    [Fact]
    public async Task The_largest_application_is_handed_over_to_the_stamp_that_decides_it()
    {
        await using var stamps = await ThreeStamps.StartAsync();

        (await stamps["51"].PostAsync(Largest(stamps["51"], Sample.MissingMaterials))).ShouldBeAccepted();

        await stamps["51"].UntilHeardAsync("supplement.requested");
    }

    private static async Task IsTakenAsync(TestApp app)
    {
        var largest = Largest(app, Sample.HousingFund);
        var number = (await app.PostAsync(largest)).ShouldBeAccepted();
        await app.UntilAskedAsync(number, "fund-letter");

        largest["subject"] = "ANOTHER-1";
        largest["padding"] = (string)largest["padding"]! + new string('\\', 100);
        (await app.PostAsync(largest)).ShouldBeRefused(413, "too-large");
    }

    /// <summary>As many backslashes as go in: each is escaped where it is sent, where it is kept, and once more where it is handed over.</summary>
    private static JsonObject Largest(TestApp app, string sample)
    {
        var submission = Sample.Submission(sample);
        var room = EventSize.MaximumBytes - SizeOf(app, submission, "");
        submission["padding"] = new string('\\', room / 4);
        SizeOf(app, submission, (string)submission["padding"]!).ShouldBeInRange(EventSize.MaximumBytes - 3, EventSize.MaximumBytes);
        return submission;
    }

    private static int SizeOf(TestApp app, JsonObject submission, string padding)
    {
        submission["padding"] = padding;
        var body = Encoding.UTF8.GetBytes(submission.ToJsonString());
        var now = Instant.FromDateTimeOffset(app.Clock.GetUtcNow());
        return EventSize.Of(app.Intake.Read("application/cloudevents+json", [], body, now).Events.Single());
    }
}
