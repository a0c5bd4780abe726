using NodaTime;

namespace CrossRegion.Domain.Cases;

/// <summary>The acceptance (受理) and the limits that run from it.</summary>
/// <param name="AcceptedOn">Day 0 of every limit.</param>
/// <param name="ReceiptNumber">Of the dated receipt (受理通知书; 行政许可法 art. 32, last paragraph).</param>
/// <param name="PromisedDueOn">承诺办结时限: the last day.</param>
/// <param name="StatutoryDueOn">法定办结时限: the last day.</param>
/// <param name="Provisional">The statutory limit, which is the longer one, reaches into a year whose holidays are not published yet.</param>
/// <param name="PromisedProvisional">So does the promised one.</param>
public sealed record Acceptance(
    LocalDate AcceptedOn,
    string ReceiptNumber,
    LocalDate PromisedDueOn,
    LocalDate StatutoryDueOn,
    bool Provisional,
    bool PromisedProvisional);
