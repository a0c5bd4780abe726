namespace CrossRegion.Adapters.Tests.Cosmos.Gateway;

/// <summary>One fault.</summary>
/// <param name="Answer">What the client sees of it.</param>
/// <param name="AfterApplying">Whether the request was carried out all the same.</param>
/// <param name="RetryAfterMilliseconds">What a throttled client is told to wait.</param>
public sealed record GatewayFault(FaultAnswer Answer, bool AfterApplying = false, int RetryAfterMilliseconds = 5);
