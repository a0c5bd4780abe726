namespace CrossRegion.Bench.Capacity.Counting;

/// <summary>
/// What one application asks of all stamps that take part in it, together. Where every stamp gives away as much as it takes over, that is
/// what each stamp has to do for each application filed with it.
/// </summary>
/// <param name="Messages">Events taken in: a message of the queue each.</param>
/// <param name="Actions">What a durable task scheduler dispatches: starts, activities and their results, timers, events raised.</param>
/// <param name="Activities">Activities of these.</param>
/// <param name="Events">Events published.</param>
/// <param name="EventKB">Their size together, kB.</param>
/// <param name="HandOvers">Hand-overs between stamps.</param>
/// <param name="Reads">Point reads.</param>
/// <param name="Queries">Queries, of one partition or of an index.</param>
/// <param name="Commits">Batches.</param>
/// <param name="Writes">Writes in them.</param>
/// <param name="CaseUnits">Request units of the container of cases.</param>
/// <param name="ListUnits">Request units of the container of lists.</param>
/// <param name="HottestList">The list that takes most of them.</param>
/// <param name="HottestShardUnits">Request units of one of its shards.</param>
/// <param name="ListEntries">Entries that stay in the list of all cases.</param>
/// <param name="KeptKB">What is kept, kB.</param>
/// <param name="CpuMs">CPU time, of all stamps and of the simulated provinces.</param>
internal sealed record Work(
    double Messages,
    double Actions,
    double Activities,
    double Events,
    double EventKB,
    double HandOvers,
    double Reads,
    double Queries,
    double Commits,
    double Writes,
    double CaseUnits,
    double ListUnits,
    string HottestList,
    double HottestShardUnits,
    double ListEntries,
    double KeptKB,
    double CpuMs)
{
    /// <summary>The same share of each.</summary>
    public static Work Mean(IReadOnlyCollection<Work> modes)
    {
        var hottest = modes.MaxBy(mode => mode.HottestShardUnits)!;
        return new Work(
            Of(mode => mode.Messages),
            Of(mode => mode.Actions),
            Of(mode => mode.Activities),
            Of(mode => mode.Events),
            Of(mode => mode.EventKB),
            Of(mode => mode.HandOvers),
            Of(mode => mode.Reads),
            Of(mode => mode.Queries),
            Of(mode => mode.Commits),
            Of(mode => mode.Writes),
            Of(mode => mode.CaseUnits),
            Of(mode => mode.ListUnits),
            hottest.HottestList,
            Of(mode => mode.HottestShardUnits),
            Of(mode => mode.ListEntries),
            Of(mode => mode.KeptKB),
            Of(mode => mode.CpuMs));

        double Of(Func<Work, double> figure) => Math.Round(modes.Average(figure), 2);
    }
}
