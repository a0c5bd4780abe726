using CrossRegion.Domain.Calendars;

namespace CrossRegion.Domain.Clocks;

/// <summary>One day of a limit, for an explanation.</summary>
/// <param name="Day">The day as the calendar sees it.</param>
/// <param name="Number">Which day of the limit it is, from 0 for the day it starts from; null when it does not count.</param>
/// <param name="Pause">The pause it lies in, if any.</param>
public sealed record CountedDay(CalendarDay Day, int? Number, Pause? Pause);
