using System.Text.Json.Serialization;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Events;

/// <summary>An incoming event about an application that has its number already.</summary>
public abstract record CaseEvent : IncomingEvent
{
    /// <summary>The subject, read as the application number it is.</summary>
    [JsonIgnore]
    public ApplicationNumber Number => ApplicationNumber.Parse(Subject);
}
