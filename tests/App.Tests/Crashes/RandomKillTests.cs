using CrossRegion.Simulators.Samples;

namespace CrossRegion.App.Tests.Crashes;

/// <summary>All samples, and a host that is killed wherever it happens to be.</summary>
public sealed class RandomKillTests
{
    private const int Kills = 10;

    /// <summary>Fault points of whatever kind that a life may last.</summary>
    private const int LongestLife = 250;

    [Theory]
    [InlineData(2026)]
    public async Task Killed_ten_times_at_random_moments_every_sample_ends_as_it_says(int seed)
    {
        var random = new Random(seed);
        var samples = SampleCopies.All;
        var parts = samples.Chunk((samples.Count + Kills - 1) / Kills).ToList();
        await using var run = await CrashRun.StartAsync();
        for (var kill = 0; kill < Kills; kill++)
        {
            await run.LiveUntilAsync(new CrashPoint("Any", random.Next(1, LongestLife)), kill < parts.Count ? parts[kill] : []);
        }

        var pictures = await run.FinishAsync([]);
        run.CheckEffects();
        var outcomes = run.Submissions.ToDictionary(submission => submission.Sample.Name, submission =>
            submission.Number is null ? "rejected"
            : submission.Sample.Expect == Expectation.Duplicate ? run.Submissions.First(other => other.Number == submission.Number).Sample.Name
            : pictures[submission].Outcome);
        outcomes.ShouldBe(samples.ToDictionary(sample => sample.Name, Expected), ignoreOrder: true);
    }

    private static string Expected(Sample sample) => sample.Expect switch
    {
        Expectation.Rejected => "rejected",
        Expectation.Duplicate => "01-enterprise-relocation",
        Expectation.Refused => $"{End(sample)} Refused no certificate, generation 1",
        Expectation.NotAccepted => "notAccepted  no certificate, generation 1",
        _ => $"{End(sample)} Granted certificate, generation 1",
    };

    private static string End(Sample sample) => sample.Evaluation is null ? "delivered" : "evaluated";
}
