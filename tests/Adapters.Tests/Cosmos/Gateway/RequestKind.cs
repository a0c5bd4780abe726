namespace CrossRegion.Adapters.Tests.Cosmos.Gateway;

/// <summary>What a request about items wants.</summary>
public enum RequestKind
{
    Read,
    Write,
    Batch,
    Query,
    ChangeFeed,
}
