namespace CrossRegion.Orchestrations.Inbox;

/// <summary>What became of an incoming event.</summary>
public enum ReceiptKind
{
    /// <summary>Kept; its message has to go on the queue.</summary>
    Taken = 1,

    /// <summary>It was kept before: the same answer.</summary>
    Duplicate = 2,

    /// <summary>There is no such application (404).</summary>
    Unknown = 3,

    /// <summary>The case has no place for it now (409).</summary>
    Conflict = 4,
}
