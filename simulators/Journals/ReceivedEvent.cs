using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CrossRegion.Simulators.Journals;

/// <summary>An event as a receiver got it the first time.</summary>
/// <param name="Receiver">The subscription's name.</param>
/// <param name="Id">The CloudEvents id: what makes a repeated delivery the same event.</param>
/// <param name="Type">The CloudEvents type.</param>
/// <param name="Number">The CloudEvents subject: the application number.</param>
/// <param name="Sequence">The timeline entry it tells of.</param>
/// <param name="Data">The payload.</param>
public sealed record ReceivedEvent(string Receiver, string Id, string Type, string Number, int Sequence, JsonObject Data)
{
    /// <summary>The department asked, for a request for review; else null.</summary>
    [JsonIgnore]
    public string? Department => (string?)Data["department"];

    internal bool SaysTheSame(ReceivedEvent other) => this with { Data = other.Data } == other && JsonNode.DeepEquals(Data, other.Data);

    /// <summary>Reads a structured CloudEvent.</summary>
    /// <exception cref="FormatException">A required attribute is missing, or the event is not an object with an object as data.</exception>
    internal static ReceivedEvent Parse(string receiver, JsonNode? json)
    {
        if (json is not JsonObject cloudEvent || (string?)cloudEvent["specversion"] != "1.0" || cloudEvent["data"] is not JsonObject data)
        {
            throw new FormatException("Not a structured CloudEvent 1.0 with an object as data.");
        }
        return new ReceivedEvent(
            receiver,
            Attribute(cloudEvent, "id"),
            Attribute(cloudEvent, "type"),
            Attribute(cloudEvent, "subject"),
            int.Parse(Attribute(cloudEvent, "sequence"), CultureInfo.InvariantCulture),
            (JsonObject)data.DeepClone());
    }

    private static string Attribute(JsonObject cloudEvent, string name) =>
        cloudEvent[name]?.ToString() is { Length: > 0 } value
            ? value
            : throw new FormatException($"The CloudEvent has no attribute \"{name}\".");
}
