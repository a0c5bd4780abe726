using NodaTime;

namespace CrossRegion.Domain.Calendars;

/// <summary>国务院办公厅关于部分节假日安排的通知: the notice that makes a year's calendar known.</summary>
/// <param name="Year">The year it arranges; a few of its days may lie in the year before.</param>
/// <param name="Number">文号.</param>
/// <param name="Date">成文日期: the day it was signed.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">Its words, a line per festival: the source of the days.</param>
/// <param name="Holidays">Days off.</param>
/// <param name="MakeUpDays">调休上班: weekend days that are worked.</param>
public sealed record HolidayNotice(
    int Year,
    string Number,
    LocalDate Date,
    string Title,
    IReadOnlyList<string> Text,
    IReadOnlyList<Holiday> Holidays,
    IReadOnlyList<LocalDate> MakeUpDays);
