using System.Text.Json.Nodes;
using CrossRegion.Domain;

namespace CrossRegion.Orchestrations.Ports;

/// <summary>What a provider holds: <paramref name="Found"/> with the fields of the data item, or nothing.</summary>
public sealed record SharedDataAnswer(bool Found, [property: PersonalData] JsonObject? Fields);
