using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Cases;

/// <summary>The acceptance (受理) and the limits that run from it.</summary>
/// <param name="AcceptedOn">Day 0 of every limit.</param>
/// <param name="ReceiptNumber">Of the dated receipt (受理通知书; 行政许可法 art. 32, last paragraph).</param>
/// <param name="PromisedDueOn">承诺办结时限: the last day.</param>
/// <param name="StatutoryDueOn">法定办结时限: the last day.</param>
/// <param name="Provisional">The statutory limit, which is the longer one, reaches into a year whose holidays are not published yet.</param>
/// <param name="PromisedProvisional">So does the promised one.</param>
/// <param name="Deemed">逾期未告知,视为受理: nobody gave notice in time, so it is accepted by law from the day of receipt (art. 32(4)).</param>
public sealed record Acceptance(
    LocalDate AcceptedOn,
    string ReceiptNumber,
    LocalDate PromisedDueOn,
    LocalDate StatutoryDueOn,
    bool Provisional,
    bool PromisedProvisional,
    bool Deemed = false)
{
    /// <summary>The acceptance of an application from <paramref name="day"/> on, with the limits that its item and the calendar give.</summary>
    public static Acceptance From(LocalDate day, ApplicationNumber number, TimeRules rules, bool deemed = false)
    {
        var promised = rules.OfLead.DeadlineOf(day, rules.Item.Limits.Promised);
        var statutory = rules.OfLead.DeadlineOf(day, rules.Item.Limits.Statutory);
        return new Acceptance(day, $"SL-{number}", promised.Date, statutory.Date, statutory.IsProvisional, promised.IsProvisional, deemed);
    }
}
