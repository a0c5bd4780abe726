namespace CrossRegion.Orchestrations.Tests.Stamps;

/// <summary>How a province is out of reach.</summary>
public enum Disruption
{
    None = 0,

    /// <summary>Whoever connects is dropped, both ways.</summary>
    Cut = 1,

    /// <summary>Connections are accepted both ways, and nothing ever comes of it.</summary>
    HalfOpen = 2,

    /// <summary>Its stamp is stopped, and started again on its data.</summary>
    Stopped = 3,
}
