namespace CrossRegion.Adapters.Sqlite;

/// <summary>Where a test may stop the process or fail the store: the instants around which a crash makes a difference.</summary>
public enum StoreFaultPoint
{
    /// <summary>A group of batches is applied but not committed: after a crash none of it is there.</summary>
    BeforeCommit,

    /// <summary>A group is durable but nobody was told: after a crash all of it is there, and its callers are in doubt.</summary>
    AfterCommit,
}
