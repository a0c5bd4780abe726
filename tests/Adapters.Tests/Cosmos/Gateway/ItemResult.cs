namespace CrossRegion.Adapters.Tests.Cosmos.Gateway;

/// <summary>What became of one write: an HTTP status, and the item it left.</summary>
internal sealed record ItemResult(int Status, GatewayItem? Item)
{
    /// <summary>Another operation of the batch failed, so this one was not carried out.</summary>
    public const int FailedDependency = 424;

    public bool Succeeded => Status < 400;
}
