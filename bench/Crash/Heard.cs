namespace CrossRegion.Bench.Crash;

/// <summary>An answer that an orchestrator has heard: the step and what its run, or the office, gave as a sign of its own.</summary>
internal sealed record Heard(string Step, string Token)
{
    public override string ToString() => $"{Step}={Token}";

    public static Heard Parse(string text) => text.Split('=') is [var step, var token]
        ? new Heard(step, token)
        : throw new FormatException($"'{text}' is not an answer.");
}
