namespace CrossRegion.Orchestrations.Events;

/// <summary>代理人 (行政许可法 art. 29).</summary>
public sealed record Agent(string Name, HolderIdentifier Identifier)
{
    /// <summary>Without personal data, since it may reach a log.</summary>
    public override string ToString() => "agent";
}
