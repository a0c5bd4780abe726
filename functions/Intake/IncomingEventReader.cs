using System.Globalization;
using System.Text.Json;
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
        var (id, source, subject, time) = (Text("id"), EventSource.Parse(Text("source")), Text("subject"), Time(structured));
        var raw = structured.GetRawText();
        return Text("type") switch
        {
            EventTypes.ApplicationSubmitted => new ApplicationSubmitted
            {
                Id = id,
                Source = source,
                Subject = subject,
                Time = time,
                RawJson = raw,
                Data = Data<ApplicationData>(),
            },
            EventTypes.ApplicationSupplemented => new ApplicationSupplemented
            {
                Id = id,
                Source = source,
                Subject = Number(),
                Time = time,
                RawJson = raw,
                Data = Data<SupplementData>(),
            },
            EventTypes.ApplicationWithdrawn => new ApplicationWithdrawn
            {
                Id = id,
                Source = source,
                Subject = Number(),
                Time = time,
                RawJson = raw,
                Data = Data<WithdrawalData>(),
            },
            EventTypes.ReviewDecided => new ReviewDecided
            {
                Id = id,
                Source = source,
                Subject = Number(),
                Time = time,
                RawJson = raw,
                Data = Data<ReviewData>(),
            },
            EventTypes.EvaluationSubmitted => new EvaluationSubmitted
            {
                Id = id,
                Source = source,
                Subject = Number(),
                Time = time,
                RawJson = raw,
                Data = Data<EvaluationData>(),
            },
            EventTypes.ProcedureStarted => new ProcedureStarted
            {
                Id = id,
                Source = source,
                Subject = Number(),
                Time = time,
                RawJson = raw,
                Data = Data<ProcedureStartData>(),
            },
            EventTypes.ProcedureEnded => new ProcedureEnded
            {
                Id = id,
                Source = source,
                Subject = Number(),
                Time = time,
                RawJson = raw,
                Data = Data<ProcedureEndData>(),
            },
            EventTypes.ExtensionApproved => new ExtensionApproved
            {
                Id = id,
                Source = source,
                Subject = Number(),
                Time = time,
                RawJson = raw,
                Data = Data<ExtensionData>(),
            },
            var other => throw new InvalidOperationException($"{other} is incoming but has no record"),
        };

        string Text(string attribute) => structured.GetProperty(attribute).GetString()!;

        // The number is read in small letters and with hyphens too; the case is found under the canonical one.
        string Number() => ApplicationNumber.Parse(subject).Value;

        T Data<T>() => structured.GetProperty("data").Deserialize<T>(EventJson.Options)!;
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
