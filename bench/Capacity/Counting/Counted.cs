namespace CrossRegion.Bench.Capacity.Counting;

/// <summary>Names in the <see cref="Tally"/>.</summary>
internal static class Counted
{
    /// <summary>Events taken in: each is a message of the queue.</summary>
    public const string Messages = "messages";

    /// <summary>Events told to subscribers.</summary>
    public const string Events = "events";

    public const string EventBytes = "event bytes";
    public const string HandOvers = "hand-overs";
    public const string Certificates = "certificates";
    public const string Reads = "reads";
    public const string Queries = "queries";
    public const string Commits = "commits";
    public const string Writes = "writes";

    /// <summary>Request units of the container of cases.</summary>
    public const string CaseUnits = "case units";

    /// <summary>Request units of the container of lists.</summary>
    public const string ListUnits = "list units";

    /// <summary>Bytes that are kept in both containers.</summary>
    public const string KeptBytes = "kept bytes";

    /// <summary>Request units of one list, all its shards together; its index follows.</summary>
    public const string UnitsOfList = "units of list ";

    /// <summary>Entries that stay in one list; its index follows.</summary>
    public const string EntriesOfList = "entries of list ";
}
