namespace CrossRegion.Bench.Crash;

/// <summary>What a department's office has to decide.</summary>
internal sealed record Ticket(string Application, string Department)
{
    /// <summary>The sub-orchestration that waits for the decision.</summary>
    public string InstanceId => $"{Application}:{Department}";
}
