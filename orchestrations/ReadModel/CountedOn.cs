using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Limits;
using NodaTime;

namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>
/// The clocks of an application that another stamp handles, as they stand today: from where they were told, counted on by this stamp's
/// calendar. Every start, pause, extension and stop is told, so only the days since then are missing.
/// </summary>
public sealed class CountedOn(ServiceCatalogue catalogue, CurrentCalendar calendar, SupervisionThresholds thresholds, IClock clock)
{
    /// <summary>The view as of its <see cref="ApplicationView.AsOf"/>, with the days of its running clocks up to now.</summary>
    public ApplicationView Today(ApplicationView told)
    {
        var today = ChinaTime.DateOf(clock.GetCurrentInstant());
        if (told.AsOf is not { } asOf || ChinaTime.DateOf(Instant.FromDateTimeOffset(asOf)) is var then && today <= then
            || !HandlingCode.TryParse(told.Item.Code, out var code, out _) || catalogue.Items.FirstOrDefault(each => each.Code == code && each.Version == told.Item.Version) is not { } item)
        {
            return told;
        }

        var rules = new TimeRules(item, calendar.Value);
        var clocks = told.Clocks.Select(each => IsRunning(each) ? Today(each, then, today, rules) : each).ToList();
        var total = clocks.FirstOrDefault(each => each.Kind.Code == ClockKind.Statutory.Code());
        return told with
        {
            Clocks = clocks,
            WorkingDaysUsed = total is not null && IsRunning(total)
                ? told.WorkingDaysUsed + rules.OfLead.WorkingDaysBetween(then, today).Days.Count
                : told.WorkingDaysUsed,
            Colour = clocks.Select(each => each.Colour).MaxBy(colour => CodeSet<SupervisionColour>.TryParse(colour.Code, out var known) ? known : 0) ?? told.Colour,
        };
    }

    private ClockView Today(ClockView told, LocalDate then, LocalDate today, TimeRules rules)
    {
        if (!ClockKey.TryParse(told.Key, out var key, out _))
        {
            return told;
        }

        var days = told.Unit.Code == LimitUnit.WorkingDay.Code()
            ? rules.CalendarOf(key).WorkingDaysBetween(then, today).Days.Count
            : Period.DaysBetween(then, today);
        var consumed = told.Consumed + days;
        return told with
        {
            Consumed = consumed,
            Remaining = Math.Max(0, told.Budget - consumed),
            Colour = CodedText.Of(
                today > LocalDate.FromDateOnly(told.DueOn) ? Supervision.Missed(key.Kind)
                : consumed >= Math.Max(1, told.Budget - thresholds.WarningAt(told.Budget)) ? SupervisionColour.Yellow
                : SupervisionColour.Green),
        };
    }

    private static bool IsRunning(ClockView clock) => clock.State.Code == ClockState.Running.Code();
}
