namespace CrossRegion.Embedded.DurableTask;

/// <summary>Options of the embedded engine; checked when the program starts.</summary>
public sealed class EmbeddedDurableTaskOptions
{
    /// <summary>Where the engine keeps its data; made if missing. One engine at a time. Default: <c>.crossregion/engine</c>.</summary>
    public string DataDirectory { get; set; } = Path.Combine(".crossregion", "engine");

    /// <summary>
    /// Unfinished instances kept alive in memory; beyond it, those that only wait for an event or a timer are forgotten and
    /// replayed when it comes. Default: 10,000; at least 0.
    /// </summary>
    public int LoadedInstances { get; set; } = 10_000;

    /// <summary>
    /// Size of the journal (bytes, before compression) at which the instances table is brought up to date. Larger: fewer writes of instances that
    /// change often, more to read again after a crash. Default: 4 MiB; 64 KiB to 1 GiB.
    /// </summary>
    public long CheckpointBytes { get; set; } = 4 << 20;

    /// <summary>
    /// After so many attempts in a row that took the process with them, or that the engine could not run, a turn or an
    /// activity is set aside: it fails for good and holds nobody up. Default: 5; 3 to 100 (the third is the first at which
    /// the guilty and those who only happened to run beside it are told apart).
    /// </summary>
    public int MaxWorkItemAttempts { get; set; } = 5;

    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A value is out of its range.</exception>
    internal IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(DataDirectory))
        {
            yield return $"{nameof(DataDirectory)} must be the path of a directory.";
        }

        if (LoadedInstances < 0)
        {
            yield return $"{nameof(LoadedInstances)} must be 0 or more, not {LoadedInstances}.";
        }

        if (MaxWorkItemAttempts is < 3 or > 100)
        {
            yield return $"{nameof(MaxWorkItemAttempts)} must be from 3 to 100, not {MaxWorkItemAttempts}.";
        }

        if (CheckpointBytes is < 64 << 10 or > 1 << 30)
        {
            yield return $"{nameof(CheckpointBytes)} must be from 64 KiB to 1 GiB, not {CheckpointBytes}.";
        }
    }
}
