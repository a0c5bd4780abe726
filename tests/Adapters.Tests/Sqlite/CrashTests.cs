using CrossRegion.Adapters.Sqlite;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Tests.Sqlite;

/// <summary>What is left when the store fails at each of its fault points.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly SqliteStoreFile _file = new();

    public static TheoryData<StoreFaultPoint> FaultPoints => [.. Enum.GetValues<StoreFaultPoint>()];

    public void Dispose() => _file.Dispose();

    [Theory]
    [MemberData(nameof(FaultPoints))]
    public async Task A_failure_leaves_a_batch_whole_or_not_at_all_and_the_store_goes_on(StoreFaultPoint failing)
    {
        var failures = 0;
        await using var store = _file.Open(point =>
        {
            if (point == failing && failures++ == 0)
            {
                throw new InvalidOperationException("the test's failure");
            }
        });

        var failure = await Should.ThrowAsync<IOException>(() => store.CommitAsync("p", [Create("case"), Create("timeline")], default));

        failure.Message.ShouldContain("the test's failure");
        (await store.ListAsync("p", "", default)).Count.ShouldBe(failing == StoreFaultPoint.AfterCommit ? 2 : 0);
        (await store.CommitAsync("p", [Create("next")], default)).Committed.ShouldBeTrue();
        failures.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(FaultPoints))]
    public async Task A_process_that_dies_leaves_a_batch_whole_or_not_at_all(StoreFaultPoint dying)
    {
        // The file as it is on the disk at that instant is what a process started after the crash finds.
        using var afterCrash = new SqliteStoreFile();
        await using (var store = _file.Open(point =>
        {
            if (point == dying)
            {
                foreach (var path in Directory.GetFiles(_file.Directory).Where(path => !path.EndsWith("-shm", StringComparison.Ordinal)))
                {
                    File.Copy(path, Path.Combine(afterCrash.Directory, Path.GetFileName(path)));
                }
            }
        }))
        {
            (await store.CommitAsync("p", [Create("case"), Create("timeline")], default)).Committed.ShouldBeTrue();
        }

        await using var restarted = afterCrash.Open();
        (await restarted.ListAsync("p", "", default)).Count.ShouldBe(dying == StoreFaultPoint.AfterCommit ? 2 : 0);
        (await restarted.CommitAsync("p", [Create("next")], default)).Committed.ShouldBeTrue();
    }

    private static DocumentWrite.Create Create(string id) => new(id, "{}", []);
}
