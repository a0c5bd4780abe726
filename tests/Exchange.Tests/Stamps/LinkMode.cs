namespace CrossRegion.Exchange.Tests.Stamps;

/// <summary>How a line is.</summary>
public enum LinkMode
{
    Open = 1,

    /// <summary>Whoever connects is dropped.</summary>
    Cut = 2,

    /// <summary>Requests arrive, answers do not.</summary>
    NoAnswers = 3,

    /// <summary>Connections are accepted and nothing ever comes of it.</summary>
    HalfOpen = 4,
}
