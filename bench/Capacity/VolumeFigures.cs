using CrossRegion.Bench.Capacity.Simulation;

namespace CrossRegion.Bench.Capacity;

/// <summary>What a volume needs and what it makes, of one stamp unless it says all.</summary>
/// <param name="Name">In words.</param>
/// <param name="Stamps">So many.</param>
/// <param name="PeakPerS">Applications a second in the peak hour.</param>
/// <param name="PerDayAll">Applications of all stamps on a working day.</param>
/// <param name="Instances">Of the function app, at the peak.</param>
/// <param name="InstanceHours">Of a day.</param>
/// <param name="PeakUnitsPerS">Request units a second at the peak, both containers.</param>
/// <param name="UnitsPerS">Request units a second to be provided.</param>
/// <param name="PartitionsByUnits">Physical partitions for them.</param>
/// <param name="KeptGB">What the applications of a year of 250 working days leave, GB.</param>
/// <param name="PartitionsByStorage">Physical partitions for that.</param>
/// <param name="ListFullAfterDays">Working days until a shard of the list of all cases has 20 GB.</param>
/// <param name="HandOversPerS">At the peak, both ways each counted once.</param>
/// <param name="FirstLimit">What is used most.</param>
/// <param name="FirstLimitShare">And how much; more than 1 is more than there is.</param>
/// <param name="Exceeded">All that there is too little of, what breaks first first.</param>
/// <param name="Queue">The messages of a day, of the stamp that had most waiting.</param>
/// <param name="QueueOutage">The same when nobody works for a while from the beginning of the peak hour.</param>
/// <param name="HandOverOutage">The hand-overs to a stamp that is away as long, and then takes them in half of the time of as many instances as their peak needs.</param>
/// <param name="CosmosManualUsdAll">Request units of a month at the manual rate, all stamps.</param>
/// <param name="CosmosAutoscaleUsdAll">The same at the autoscale rate.</param>
/// <param name="CosmosStorageUsdAll">A month of what a year leaves.</param>
internal sealed record VolumeFigures(
    string Name,
    int Stamps,
    double PeakPerS,
    double PerDayAll,
    int Instances,
    double InstanceHours,
    double PeakUnitsPerS,
    double UnitsPerS,
    int PartitionsByUnits,
    double KeptGB,
    int PartitionsByStorage,
    int ListFullAfterDays,
    double HandOversPerS,
    string FirstLimit,
    double FirstLimitShare,
    IReadOnlyList<string> Exceeded,
    QueueFigures Queue,
    QueueFigures QueueOutage,
    QueueFigures HandOverOutage,
    double CosmosManualUsdAll,
    double CosmosAutoscaleUsdAll,
    double CosmosStorageUsdAll);
