using System.Text.Json.Nodes;
using CrossRegion.Domain;

namespace CrossRegion.Orchestrations.Events;

/// <summary>A CloudEvents 1.0 event on its way to subscribers.</summary>
/// <param name="Id">Unique for ever with <paramref name="Source"/>: the application number and the timeline entry it tells of.</param>
/// <param name="Type">One of <see cref="EventTypes"/>.</param>
/// <param name="Source">This stamp: <c>urn:gov:cn:PP:crossregion</c>.</param>
/// <param name="Subject">The application number.</param>
/// <param name="Time">When the case took the step.</param>
/// <param name="Province">Extension attribute <c>province</c>: the two digits of whom it is addressed to.</param>
/// <param name="Sequence">Extension attribute <c>sequence</c>: the timeline entry's number; delivery may be out of order, this is not.</param>
/// <param name="Data">The payload, by the type's schema.</param>
public sealed record OutgoingEvent(
    string Id,
    string Type,
    string Source,
    string Subject,
    DateTimeOffset Time,
    string Province,
    int Sequence,
    [property: PersonalData] JsonNode Data);
