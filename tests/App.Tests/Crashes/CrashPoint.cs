using CrossRegion.Adapters.Sqlite;
using CrossRegion.Embedded.DurableTask.Faults;
using CrossRegion.Embedded.Functions.Queues.Faults;
using CrossRegion.Orchestrations.Effects;

namespace CrossRegion.App.Tests.Crashes;

/// <summary>Where a host is to die.</summary>
/// <param name="Name">Kind and fault point, or <c>Any</c>.</param>
/// <param name="Occurrence">The how manyeth time it gets there, 1 for the first.</param>
internal sealed record CrashPoint(string Name, int Occurrence)
{
    /// <summary>A host on its own queues does not come by them; FunctionsHost.Tests crashes there.</summary>
    private static readonly string[] OnStorageOnly = [nameof(QueueFaultPoint.BetweenCopyAndDelete), nameof(QueueFaultPoint.AfterRenew)];

    /// <summary>The fault points of each kind, of the ledger, the case store, the engine and the queues.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["Effect"] = Enum.GetNames<EffectFaultPoint>(),
        ["Store"] = Enum.GetNames<StoreFaultPoint>(),
        ["Engine"] = Enum.GetNames<EngineFaultPoint>(),
        ["Queue"] = [.. Enum.GetNames<QueueFaultPoint>().Except(OnStorageOnly)],
    };

    public override string ToString() => $"{Name}:{Occurrence}";
}
