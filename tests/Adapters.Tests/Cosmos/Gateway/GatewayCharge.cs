namespace CrossRegion.Adapters.Tests.Cosmos.Gateway;

/// <summary>Request charges that only show that they are counted; what the service really charges it alone knows.</summary>
internal static class GatewayCharge
{
    public const double PerItem = 1;

    public const double PerRequest = 1;
}
