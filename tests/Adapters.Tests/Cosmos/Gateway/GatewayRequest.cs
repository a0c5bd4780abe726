namespace CrossRegion.Adapters.Tests.Cosmos.Gateway;

/// <summary>A request about items, as a test sees it when it decides on a fault.</summary>
public sealed record GatewayRequest(string Container, RequestKind Kind, string? Partition);
