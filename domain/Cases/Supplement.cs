using NodaTime;

namespace CrossRegion.Domain.Cases;

/// <summary>The notice of what is to be supplemented (补正材料通知书), told at one time (行政许可法 art. 32(4)).</summary>
/// <param name="Round">1 for the one-time notice; more when what it named was still not handed in right.</param>
public sealed record Supplement(int Round, LocalDate RequestedOn, LocalDate DueOn, IReadOnlyList<Deficiency> Deficiencies);
