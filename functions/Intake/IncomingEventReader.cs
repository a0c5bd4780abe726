using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Events;
using NodaTime;

namespace CrossRegion.Functions.Intake;

/// <summary>Checks one structured event: envelope, data, meaning; and makes its typed record when nothing is wrong with it.</summary>
internal sealed class IncomingEventReader(EventSchemas schemas, ServiceCatalogue catalogue)
{
    private readonly EventRules _rules = new(catalogue);

    /// <summary>Notes every fault.</summary>
    /// <param name="structured">The event, sound JSON.</param>
    /// <param name="today">The legal day.</param>
    /// <param name="faults">Gets the faults.</param>
    public void Check(JsonElement structured, LocalDate today, IntakeFaults faults)
    {
        foreach (var fault in schemas.ValidateEnvelope(structured.GetRawText()))
        {
            faults.Form.Add(fault);
        }

        var attributes = new ReadableEvent(structured, faults.Form);
        if (attributes.Text("type") is { } type)
        {
            CheckData(structured, type, faults);
        }

        _rules.Check(new ReadableEvent(structured, faults.Form), today, faults.Meaning);
    }

    /// <summary>The record of an event without any fault.</summary>
    public static IncomingEvent Create(JsonElement structured)
    {
        var (type, subject) = (Text("type"), Text("subject"));
        var record = new JsonObject
        {
            ["type"] = type,
            ["id"] = Text("id"),
            ["source"] = Text("source"),
            // The number is read in small letters and with hyphens too; the case is found under the canonical one.
            ["subject"] = type == EventTypes.ApplicationSubmitted ? subject : ApplicationNumber.Parse(subject).Value,
            ["time"] = Time(structured),
            ["rawJson"] = structured.GetRawText(),
            ["data"] = JsonObject.Create(structured.GetProperty("data")),
        };
        return record.Deserialize<IncomingEvent>(EventJson.Options)!;

        string Text(string attribute) => structured.GetProperty(attribute).GetString()!;
    }

    private void CheckData(JsonElement structured, string type, IntakeFaults faults)
    {
        if (!EventTypes.Incoming.Contains(type))
        {
            faults.Form.Add("type", "not-incoming", "该类型的事件只由本系统发出", "events of this type are only sent from here");
        }
        else if (structured.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object)
        {
            foreach (var fault in schemas.Validate(type, data.GetRawText()))
            {
                faults.Form.Add(fault);
            }
        }
    }

    private static DateTimeOffset? Time(JsonElement structured) =>
        structured.TryGetProperty("time", out var time) && time.GetString() is { } text
            ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)
            : null;
}
