using CrossRegion.Domain.Clocks.Entries;
using NodaTime;

namespace CrossRegion.Domain.Clocks;

/// <summary>What a clock's ledger amounts to on a day.</summary>
/// <param name="State">Running, paused or stopped.</param>
/// <param name="End">The day up to which it counts: that day, or the day it stopped.</param>
/// <param name="Added">What an extension added, in the unit of the budget.</param>
/// <param name="Pauses">In order; one that is still open ends with <paramref name="End"/>.</param>
internal sealed record ClockHistory(ClockState State, LocalDate End, int Added, IReadOnlyList<Pause> Pauses)
{
    public static ClockHistory Of(Clock clock, LocalDate today)
    {
        var pauses = new List<Pause>();
        var (state, end, added) = (ClockState.Running, today, 0);
        LocalDate? pausedOn = null;
        foreach (var entry in clock.Later.TakeWhile(entry => entry.On <= today))
        {
            switch (entry)
            {
                case ClockPaused:
                    (state, pausedOn) = (ClockState.Paused, entry.On);
                    break;
                case ClockResumed:
                    pauses.Add(new Pause(pausedOn!.Value, entry.On));
                    (state, pausedOn) = (ClockState.Running, null);
                    break;
                case ClockExtended extended:
                    added += extended.Added.Amount;
                    break;
                default:
                    (state, end) = (ClockState.Stopped, entry.On);
                    break;
            }
        }

        if (pausedOn is { } open)
        {
            pauses.Add(new Pause(open, end));
        }

        return new ClockHistory(state, end, added, pauses);
    }
}
