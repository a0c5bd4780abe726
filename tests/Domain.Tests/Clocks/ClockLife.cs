using CrossRegion.Domain.Clocks;
using NodaTime;
using static CrossRegion.Domain.Tests.Clocks.SampleClock;

namespace CrossRegion.Domain.Tests.Clocks;

/// <summary>A clock and its naive model, which live through the same.</summary>
internal sealed class ClockLife(Clock clock, NaiveClock naive, bool mayPause)
{
    private bool _extended;

    public Clock Clock { get; private set; } = clock;

    public NaiveClock Naive => naive;

    /// <summary>What happens to it today, if anything.</summary>
    public void Act(Random random, LocalDate today, LocalDate end)
    {
        if (naive.StoppedOn is not null)
        {
            return;
        }

        if (today == end || random.Next(60) == 0)
        {
            Clock = Clock.Enter(Stopped(today));
            naive.StoppedOn = today;
        }
        else if (naive.PausedOn is { } pausedOn)
        {
            if (random.Next(8) == 0)
            {
                Clock = Clock.Enter(Resumed(today));
                naive.Pauses.Add(new Pause(pausedOn, today));
                naive.PausedOn = null;
            }
        }
        else if (mayPause && random.Next(15) == 0)
        {
            Clock = Clock.Enter(Paused(today));
            naive.PausedOn = today;
        }
        else if (Clock.Rule.Extension is { } rule && !_extended && !naive.IsOverdue(today) && random.Next(20) == 0)
        {
            var days = random.Next(1, rule.Longest.Amount + 1);
            Clock = Clock.Enter(Extended(today, days) with { Approver = rule.Office == ApproverOffice.AuthorityHead ? AuthorityHead : GovernmentHead });
            naive.Budget += days;
            _extended = true;
        }
    }

    /// <summary>What it shows, after it was compared with what the model shows.</summary>
    public ClockReading Check(LocalDate today)
    {
        var reading = Clock.ReadOn(today, Calendar);
        var place = $"{Clock.Key} from {Clock.Start.From} on {today}";
        reading.Consumed.ShouldBe(naive.Consumed(today), place);
        reading.Remaining.ShouldBe(Math.Max(0, naive.Budget - naive.Consumed(today)), place);
        reading.Due.Date.ShouldBe(naive.Due(today), place);
        reading.IsOverdue.ShouldBe(naive.IsOverdue(today), place);
        Supervision.ColourOf(reading, SupervisionThresholds.Default).ShouldBe(naive.Colour(today, Clock.Key.Kind), place);
        return reading;
    }

    /// <summary>The rung a clerk would raise today.</summary>
    public Rung? Rung(LocalDate today) =>
        naive.IsOverdue(today) ? new Rung(Clock.Key, RungLevel.Overdue)
        : naive.StoppedOn is null && naive.PausedOn is null && naive.IsNear(today) ? new Rung(Clock.Key, RungLevel.Warning)
        : null;
}
