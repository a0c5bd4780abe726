using System.Text.Json.Serialization;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Events;

/// <summary>A CloudEvent that the intake has read and found right in itself. Whether it fits its case is asked of the case.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ApplicationSubmitted), EventTypes.ApplicationSubmitted)]
[JsonDerivedType(typeof(ApplicationSupplemented), EventTypes.ApplicationSupplemented)]
[JsonDerivedType(typeof(ApplicationWithdrawn), EventTypes.ApplicationWithdrawn)]
[JsonDerivedType(typeof(ReviewDecided), EventTypes.ReviewDecided)]
[JsonDerivedType(typeof(EvaluationSubmitted), EventTypes.EvaluationSubmitted)]
[JsonDerivedType(typeof(ProcedureStarted), EventTypes.ProcedureStarted)]
[JsonDerivedType(typeof(ProcedureEnded), EventTypes.ProcedureEnded)]
[JsonDerivedType(typeof(ExtensionApproved), EventTypes.ExtensionApproved)]
public abstract record IncomingEvent
{
    /// <summary>One of <see cref="EventTypes.Incoming"/>; in JSON the discriminator.</summary>
    [JsonIgnore]
    public abstract string Type { get; }

    /// <summary>Unique with <see cref="Source"/>: a repeated post has the same.</summary>
    public required string Id { get; init; }

    /// <summary>The system that sends it.</summary>
    public required EventSource Source { get; init; }

    /// <summary>The province of the sending system.</summary>
    [JsonIgnore]
    public ProvinceCode Province => Source.Province;

    /// <summary>The province's own reference for <see cref="ApplicationSubmitted"/>; the application number for all others.</summary>
    public required string Subject { get; init; }

    /// <summary>When it happened, by the sender's clock and word; null when not said. No limit is counted from it.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The event as received, as one structured CloudEvent in whichever mode it came; kept as evidence.</summary>
    public required string RawJson { get; init; }

    /// <summary>Without personal data, since it may reach a log.</summary>
    public sealed override string ToString() => $"{Type} {Id} from {Source}";
}
