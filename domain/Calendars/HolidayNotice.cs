using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Calendars;

/// <summary>
/// 国务院办公厅关于部分节假日安排的通知: the notice that makes a year's calendar known; or a division's own (地方放假通知, as for 三月三 in
/// Guangxi), whose days prevail there.
/// </summary>
/// <param name="Year">The year it arranges; a few of its days may lie in the year before.</param>
/// <param name="Number">文号.</param>
/// <param name="Date">成文日期: the day it was signed.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">Its words, a line per festival: the source of the days.</param>
/// <param name="Holidays">Days off.</param>
/// <param name="MakeUpDays">调休上班: weekend days that are worked.</param>
/// <param name="Division">The division it is for; null for the whole country.</param>
public sealed record HolidayNotice(
    int Year,
    string Number,
    LocalDate Date,
    string Title,
    IReadOnlyList<string> Text,
    IReadOnlyList<Holiday> Holidays,
    IReadOnlyList<LocalDate> MakeUpDays,
    DivisionCode? Division = null)
{
    internal const string Nation = "CN";

    /// <summary><c>CN</c>, or the division's code.</summary>
    public string Region => Division?.Value ?? Nation;
}
