using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Clocks.Entries;
using CrossRegion.Domain.Faults;
using NodaTime;

namespace CrossRegion.Domain.Clocks;

/// <summary>
/// 计时: a time limit in operation. It is a rule (the budget) and a ledger, and nothing else: what is consumed, what remains and when
/// it is due follow from the ledger and the calendar (<see cref="ReadOn"/>). Immutable.
/// </summary>
public sealed record Clock
{
    /// <summary>A clock as it was stored; <see cref="TryStart"/> makes a new one.</summary>
    public Clock(ClockKey key, ClockRule rule, ClockStarted start, ImmutableList<ClockEntry> later) =>
        (Key, Rule, Start, Later) = (key, rule, start, later);

    public ClockKey Key { get; }

    public ClockRule Rule { get; }

    /// <summary>The first entry of the ledger.</summary>
    public ClockStarted Start { get; }

    /// <summary>The entries after the first, in order.</summary>
    public ImmutableList<ClockEntry> Later { get; private init; }

    /// <summary>The state after the last entry.</summary>
    [JsonIgnore]
    public ClockState State => ClockHistory.Of(this, LocalDate.MaxIsoValue).State;

    /// <summary>Starts a clock, or says everything that is wrong with the entry.</summary>
    public static bool TryStart(
        ClockKey key, ClockRule rule, ClockStarted start, [NotNullWhen(true)] out Clock? clock, out IReadOnlyList<Fault> faults)
    {
        faults = LedgerRules.Check(key, rule, start);
        clock = faults.Count == 0 ? new Clock(key, rule, start, []) : null;
        return clock is not null;
    }

    /// <summary>The clock after an entry, or everything that is wrong with the entry.</summary>
    /// <param name="entry">Not earlier than those before it.</param>
    /// <param name="calendar">Of now: an extension has to come before the limit runs out.</param>
    public bool TryEnter(
        ClockEntry entry, WorkingDayCalendar calendar, [NotNullWhen(true)] out Clock? after, out IReadOnlyList<Fault> faults)
    {
        faults = LedgerRules.Check(this, entry, calendar);
        after = faults.Count == 0 ? this with { Later = Later.Add(entry) } : null;
        return after is not null;
    }

    /// <summary>What the clock shows at the end of a day, by the entries up to that day.</summary>
    /// <param name="today">The day.</param>
    /// <param name="calendar">The calendar of the authority's division, as known now.</param>
    /// <param name="told">The last day as the applicant was told it, which never becomes an earlier one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The clock had not started by then.</exception>
    public ClockReading ReadOn(LocalDate today, WorkingDayCalendar calendar, LocalDate? told = null)
    {
        if (today < Start.From)
        {
            throw new ArgumentOutOfRangeException(nameof(today), today, $"the clock starts on {Start.From:R}");
        }

        var history = ClockHistory.Of(this, today);
        var count = new DayCount(calendar, Rule.Budget.Unit, Start.From, history.Pauses);
        return new ClockReading(this, history, today, count, told);
    }
}
