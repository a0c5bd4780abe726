namespace CrossRegion.Adapters.Tests.Cosmos.Gateway;

/// <summary>What the client gets instead of the answer: nothing, or a status.</summary>
public enum FaultAnswer
{
    /// <summary>The connection is cut.</summary>
    Cut = 0,

    /// <summary>The service gave up waiting.</summary>
    TimedOut = 408,

    /// <summary>Too many request units were asked for; the client is told when to come back.</summary>
    Throttled = 429,

    /// <summary>Two writes met; the client is to try again.</summary>
    RetryWith = 449,

    Unavailable = 503,
}
