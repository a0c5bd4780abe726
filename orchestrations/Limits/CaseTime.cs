using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Clocks;
using NodaTime;

namespace CrossRegion.Orchestrations.Limits;

/// <summary>How time runs for cases: by which rules, what is due, and when the next thing is.</summary>
public sealed class CaseTime(ServiceCatalogue catalogue, CurrentCalendar calendar, SupervisionThresholds thresholds)
{
    /// <summary>The limits of the case's item, and the calendar of now.</summary>
    public TimeRules RulesOf(Case subject) => new(catalogue.Get(subject.Item, subject.ItemVersion), calendar.Value);

    /// <inheritdoc cref="PassingOfTime.Step"/>
    public CaseStep? DueStep(Case subject, Instant now) => PassingOfTime.Step(subject, now, RulesOf(subject), thresholds);

    /// <inheritdoc cref="PassingOfTime.NextAt"/>
    public Instant? NextAt(Case subject, Instant now) => PassingOfTime.NextAt(subject, now, RulesOf(subject), thresholds);

    /// <summary>The colour of one clock.</summary>
    public SupervisionColour ColourOf(ClockReading reading) => Supervision.ColourOf(reading, thresholds);

    /// <summary>The colour of a case: the most severe of its clocks.</summary>
    public SupervisionColour ColourOf(IEnumerable<ClockReading> readings) => Supervision.ColourOf(readings, thresholds);
}
