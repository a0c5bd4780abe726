using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Cases;

/// <summary>The notice of what is to be supplemented (补正材料通知书), told at one time (行政许可法 art. 32(4)).</summary>
/// <param name="Round">1 for the one-time notice; more when what it named was still not handed in right.</param>
/// <param name="Office">The department that gave it; null in cases older than this field.</param>
/// <param name="NewlyKnown">
/// Why what it names for the first time could not be known at the first notice; null when it only insists. Kept, since whoever asks
/// for more without such a reason breaks art. 32(4) (and art. 72).
/// </param>
public sealed record Supplement(
    int Round,
    LocalDate RequestedOn,
    LocalDate DueOn,
    IReadOnlyList<Deficiency> Deficiencies,
    DepartmentKey? Office = null,
    [property: PersonalData] string? NewlyKnown = null);
