using System.Text.Json.Serialization;
using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Clocks.Entries;
using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Clocks;

/// <summary>An entry of a clock's ledger: what happened to the time limit, on what ground, by which document.</summary>
/// <param name="At">When. It counts from the legal day it belongs to: nothing but a start can be dated back.</param>
/// <param name="By">Who: <c>applicant</c>, <c>system</c>, <c>operator</c>, or a department's key, as in the case's steps.</param>
/// <param name="Ground">The rule it rests on.</param>
/// <param name="Document">The document that told of it; null where the law asks for none.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "entry")]
[JsonDerivedType(typeof(ClockStarted), "started")]
[JsonDerivedType(typeof(ClockPaused), "paused")]
[JsonDerivedType(typeof(ClockResumed), "resumed")]
[JsonDerivedType(typeof(ClockExtended), "extended")]
[JsonDerivedType(typeof(ClockStopped), "stopped")]
public abstract record ClockEntry(Instant At, string By, LegalBasis Ground, DocumentNumber? Document)
{
    /// <summary>The legal day of the entry.</summary>
    [JsonIgnore]
    public LocalDate On => ChinaTime.DateOf(At);
}
