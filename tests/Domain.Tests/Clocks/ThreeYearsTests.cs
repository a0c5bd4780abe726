using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.CodeSets;
using NodaTime;
using static CrossRegion.Domain.Tests.Clocks.SampleClock;

namespace CrossRegion.Domain.Tests.Clocks;

/// <summary>
/// Three years of cases, day by day, beside the naive model: every date, every colour and every rung. Pauses, extensions and ends
/// come at random.
/// </summary>
public class ThreeYearsTests
{
    private const int Cases = 250;

    private static readonly LocalDate First = new(2023, 1, 1);
    private static readonly LocalDate Last = new(2025, 12, 31);
    private static readonly NaiveCalendar Naive = new(Calendar);

    [Fact]
    public void Every_date_colour_and_rung_is_that_of_the_naive_model()
    {
        var random = new Random(20230101);
        var colours = new HashSet<SupervisionColour>();
        var raised = 0;
        for (var number = 0; number < Cases; number++)
        {
            raised += Live(random, colours);
        }

        colours.Count.ShouldBe(5);
        raised.ShouldBeGreaterThan(Cases);
    }

    /// <summary>Lives through one case, and tells how many rungs it raised.</summary>
    private static int Live(Random random, HashSet<SupervisionColour> colours)
    {
        var accepted = First.PlusDays(random.Next(Period.DaysBetween(First, Last) - 200));
        var lives = Lives(random, accepted);
        var (raised, expected) = (new HashSet<Rung>(), new HashSet<Rung>());
        var end = accepted.PlusDays(random.Next(20, 120));
        for (var today = accepted; today <= end.PlusDays(3); today = today.PlusDays(1))
        {
            foreach (var life in lives)
            {
                life.Act(random, today, end);
            }

            var readings = lives.Select(life => life.Check(today)).ToList();
            var colour = Supervision.ColourOf(readings, SupervisionThresholds.Default);
            colour.ShouldBe(lives.Max(life => life.Naive.Colour(today, life.Clock.Key.Kind)), $"accepted {accepted}, on {today}");
            colours.Add(colour);

            foreach (var rung in Ladder.Due(readings, SupervisionThresholds.Default, raised))
            {
                raised.Add(rung.Rung).ShouldBeTrue($"{rung.Rung.Key} twice");
            }

            expected.UnionWith(lives.Select(life => life.Rung(today)).OfType<Rung>());
            raised.ShouldBe(expected, ignoreOrder: true, $"accepted {accepted}, on {today}");
        }

        return raised.Count;
    }

    private static ClockLife[] Lives(Random random, LocalDate accepted)
    {
        var law = random.Next(3) == 0 ? LicensingLaw.JointDecisionRule : LicensingLaw.DecisionRule;
        var pauses = random.Next(2) == 0;
        var unit = random.Next(4) == 0 ? LimitUnit.CalendarDay : LimitUnit.WorkingDay;
        return
        [
            Life(ClockKey.Of(ClockKind.Statutory), law, accepted, pauses),
            Life(ClockKey.Of(ClockKind.Promised), new ClockRule(ClockKind.Promised, Days(random.Next(3, 20))), accepted, pauses),
            Life(ClockKey.Stage(HandlingStage.Review), ClockRule.Stage(Days(random.Next(1, 15), unit)), accepted, pauses),
            Life(ClockKey.Of(ClockKind.Delivery), LicensingLaw.DeliveryRule, accepted, mayPause: false),
        ];
    }

    private static ClockLife Life(ClockKey key, ClockRule rule, LocalDate from, bool mayPause) =>
        new(Of(key, rule, from), new NaiveClock(Naive, from, rule.Budget.Unit, rule.Budget.Amount), mayPause);
}
