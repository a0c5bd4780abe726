using CrossRegion.Bench.Measuring;
using CrossRegion.Bench.Permit;
using CrossRegion.Embedded.DurableTask.Instances;
using CrossRegion.Embedded.DurableTask.Journal;
using CrossRegion.Embedded.DurableTask.Storage;

namespace CrossRegion.Bench.Micro;

/// <summary>What a real run left behind, for the pieces to work on.</summary>
/// <param name="Row">The journal's largest group commit.</param>
/// <param name="Entries">Its entries.</param>
/// <param name="Permit">The state of an application that has ended.</param>
internal sealed record RecordedRun(byte[] Row, IReadOnlyList<JournalEntry> Entries, InstanceState Permit)
{
    private const int Applications = 200;
    private const int Concurrency = 32;

    public static async Task<RecordedRun> RunAsync()
    {
        using var folder = new DataFolder();
        byte[] row;
        await using (var host = await PermitHost.StartAsync(folder.Path))
        {
            await PermitLoad.RunAsync(host, folder, "recorded", Concurrency, Applications);
            using var journal = new JournalStore(folder.Path);
            row = journal.ReadAfter(0).MaxBy(read => read.Row.Length).Row;
        }

        var (instances, stopped) = EngineStore.Open(folder.Path);
        using (instances)
        using (stopped)
        {
            return new RecordedRun(row, Read(row), instances.Load($"recorded-{Applications / 2:D7}")!);
        }
    }

    public static IReadOnlyList<JournalEntry> Read(byte[] row)
    {
        Dictionary<string, Instance> instances = [];
        List<JournalEntry> entries = [];
        JournalCodec.Read(seq: 0, row, Find, entries.Add);
        return entries;

        Instance Find(string id) => instances.TryGetValue(id, out var found) ? found : instances[id] = new Instance(id, static _ => { });
    }
}
