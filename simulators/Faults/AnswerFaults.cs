namespace CrossRegion.Simulators.Faults;

/// <summary>How a system answers requests. Rates are parts of the requests, 0 to 1; each request is judged anew, so a repeated one may fare better.</summary>
internal sealed record AnswerFaults
{
    public static AnswerFaults None { get; } = new();

    /// <summary>How long an answer takes, right or wrong.</summary>
    public Distribution Latency { get; init; } = Distribution.None;

    /// <summary>By status, 400 to 599: the rate of requests that are answered so and otherwise ignored.</summary>
    public IReadOnlyDictionary<int, double> Errors { get; init; } = new Dictionary<int, double>();

    /// <summary>The rate of requests that are taken, and the connection is closed instead of an answer.</summary>
    public double Lost { get; init; }

    /// <summary>The rate of requests that are answered 200 with what makes no sense, and otherwise ignored.</summary>
    public double Malformed { get; init; }

    public IReadOnlyList<Outage> Outages { get; init; } = [];
}
