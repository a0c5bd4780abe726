using NodaTime;

namespace CrossRegion.Domain.Catalogue;

/// <summary>What <c>published.json</c> remembers of a published version.</summary>
/// <param name="File">The version's file.</param>
/// <param name="Sha256">The digest of its canonical JSON on the day it was published.</param>
/// <param name="ValidTo">Its last day in force, set when a successor is published; the file itself never changes.</param>
internal sealed record Publication(string File, string Sha256, LocalDate? ValidTo);
