using System.Text.Json.Nodes;
using CrossRegion.Simulators.Events;
using CrossRegion.Simulators.Samples;

namespace CrossRegion.Simulators.Platforms;

/// <summary>A sample and what the host answered when its application was filed.</summary>
public sealed record Submission(Sample Sample, HostAnswer Answer)
{
    /// <summary>The application number, or null when the host refused the event.</summary>
    public string? Number => Answer.Number;

    /// <summary>True when the host knew this event already.</summary>
    public bool Duplicate => Answer.Duplicate;

    /// <summary>Where the faults lie that the host found, as paths into the event.</summary>
    public IReadOnlyList<string> FaultPaths =>
        Answer.Body?["faults"] is JsonArray faults ? [.. faults.Select(fault => (string?)fault?["path"] ?? string.Empty)] : [];
}
