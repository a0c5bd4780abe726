using CrossRegion.Simulators.Platforms;
using CrossRegion.Simulators.SharedData;

namespace CrossRegion.App.Tests.Crashes;

/// <summary>
/// The host is killed and started again on the same data while provinces, departments and providers go on: every case ends as it does
/// without a crash, and outside nothing is seen twice under two names.
/// </summary>
public sealed class CrashTests
{
    private const string Outage = "construction-permit";

    public static TheoryData<string, int> Kinds
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var kind in CrashPoint.All.Keys)
            {
                data.Add(kind, 1);
                data.Add(kind, 4);
            }

            return data;
        }
    }

    /// <summary>
    /// One life of the host for each fault point of the kind, ended there, with three new applications filed in it and those of the
    /// earlier lives under way; then one life that brings all to their ends.
    /// </summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Killed_at_every_fault_point_it_ends_every_case_as_if_nothing_had_been(string kind, int occurrence)
    {
        await using var run = await CrashRun.StartAsync();
        foreach (var name in CrashPoint.All[kind])
        {
            // A provider that is out until the host has died makes retries, whose timers come due.
            var samples = SampleCopies.Three($"{kind}-{name}");
            run.Provinces.SharedData.Reserve(samples[0].Holder!, Outage, ProviderBehaviour.Outage);
            await run.LiveUntilAsync(new CrashPoint($"{kind}.{name}", Occurrence(name, occurrence)), samples);
        }

        var pictures = await run.FinishAsync(SampleCopies.Three("undisturbed"));
        Compare(pictures);
        run.CheckEffects();
        CheckQueries(run, pictures.Keys);
    }

    /// <summary>A checkpoint covers many steps, a life does not last for four of them.</summary>
    private static int Occurrence(string name, int occurrence) =>
        name.EndsWith("Checkpoint", StringComparison.Ordinal) || name.EndsWith("Bury", StringComparison.Ordinal) ? 1 + (occurrence / 4) : occurrence;

    /// <summary>Every case looks like the one of the same sample that was filed in the last life, which nobody ended.</summary>
    private static void Compare(IReadOnlyDictionary<Submission, CasePicture> pictures)
    {
        foreach (var same in pictures.GroupBy(pair => pair.Key.Sample.Name))
        {
            var undisturbed = same.Single(pair => ((string)pair.Key.Sample.Event["id"]!).EndsWith("undisturbed", StringComparison.Ordinal)).Value.ToString();
            foreach (var (submission, picture) in same)
            {
                var what = $"{submission.Sample.Event["id"]} ({submission.Number}) is\n{picture}\nand undisturbed it is\n{undisturbed}";
                (picture.ToString() == undisturbed).ShouldBeTrue(what);
            }
        }
    }

    /// <summary>Each data item was asked for once for each application, under one key.</summary>
    private static void CheckQueries(CrashRun run, IEnumerable<Submission> submissions)
    {
        foreach (var sample in submissions.GroupBy(submission => submission.Sample.Holder))
        {
            var queries = run.Provinces.SharedData.Answered.Where(query => query.HolderIdentifier == sample.Key).ToList();
            queries.ShouldNotBeEmpty();
            queries.GroupBy(query => query.DataItem).ShouldAllBe(item => item.Count() == sample.Count());
        }
    }
}
