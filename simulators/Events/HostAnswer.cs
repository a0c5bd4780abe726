using System.Text.Json.Nodes;

namespace CrossRegion.Simulators.Events;

/// <summary>What the host answered to a posted event: an HTTP status and its JSON, if it was JSON.</summary>
public sealed record HostAnswer(int Status, JsonNode? Body)
{
    public bool Accepted => Status == 202;
}
