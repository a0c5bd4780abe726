using System.Text.Json.Nodes;

namespace CrossRegion.Simulators.Events;

/// <summary>What the host answered to a posted event: an HTTP status and its JSON, if it was JSON.</summary>
public sealed record HostAnswer(int Status, JsonNode? Body)
{
    public bool Accepted => Status == 202;

    /// <summary>From the first post until this answer; repeated posts to a host that was down or overloaded are in it.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>The application number, or null when the host refused the event.</summary>
    public string? Number => (string?)Entry?["applicationNumber"];

    /// <summary>True when the host knew this event already.</summary>
    public bool Duplicate => (bool?)Entry?["duplicate"] ?? false;

    private JsonNode? Entry => Accepted ? Body?["accepted"]?[0] : null;
}
