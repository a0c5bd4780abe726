using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Tests.Calendars;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CrossRegion.Domain.Tests.Clocks;

/// <summary>The count of a limit's days on thirty years of calendars that nobody published.</summary>
public class DayCountProperties
{
    private const int Years = 30;

    private static readonly LocalDate Origin = new(1999, 6, 1);

    private static readonly Arbitrary<Question> Questions = (
        from seeds in ArbMap.Default.ArbFor<int>().Generator.ListOf(Years)
        from start in Gen.Choose(0, 365 * Years)
        from days in Gen.Frequency((4, Gen.Choose(1, 60)), (1, Gen.Choose(1, 1500)))
        from unit in Gen.Elements(LimitUnit.WorkingDay, LimitUnit.WorkingDay, LimitUnit.CalendarDay)
        from gaps in Gen.Choose(0, 30).ListOf()
        from lengths in Gen.Choose(0, 40).ListOf()
        from cut in Gen.Choose(0, 400)
        select new Question(RandomCalendar.Of(2000, seeds), unit, Origin.PlusDays(start), days, Pauses(Origin.PlusDays(start), gaps, lengths), cut)).ToArbitrary();

    [Fact]
    public void It_equals_a_naive_count_day_by_day() => Prop.ForAll(Questions, question =>
    {
        var naive = new NaiveClock(new NaiveCalendar(question.Calendar), question.From, question.Unit, question.Days);
        naive.Pauses.AddRange(question.Pauses);
        var today = question.From.PlusDays(question.Cut);

        Count(question).DeadlineOf(question.Days).Date.ShouldBe(naive.Due(today));
        Count(question).UpTo(today).ShouldBe(naive.Consumed(today));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void It_is_monotone_in_the_budget() => Prop.ForAll(Questions, question =>
    {
        var (less, more) = (Count(question).DeadlineOf(question.Days), Count(question).DeadlineOf(question.Days + 1));
        more.Date.ShouldBeGreaterThanOrEqualTo(less.Date);
        if (question.Unit == LimitUnit.WorkingDay)
        {
            more.Date.ShouldBeGreaterThan(less.Date);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_pause_never_shortens() => Prop.ForAll(Questions, question =>
    {
        var dues = Enumerable.Range(0, question.Pauses.Count + 1)
            .Select(taken => Count(question with { Pauses = [.. question.Pauses.Take(taken)] }).DeadlineOf(question.Days).Date).ToList();
        dues.ShouldBe(dues.Order());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_longer_pause_never_shortens() => Prop.ForAll(Questions, question =>
    {
        if (question.Pauses.Count > 0)
        {
            var last = question.Pauses[^1];
            var longer = question with { Pauses = [.. question.Pauses.SkipLast(1), last with { To = last.To.PlusDays(question.Cut) }] };
            Count(longer).DeadlineOf(question.Days).Date.ShouldBeGreaterThanOrEqualTo(Count(question).DeadlineOf(question.Days).Date);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_parts_of_any_split_add_up_to_the_whole() => Prop.ForAll(Questions, question =>
    {
        var (middle, end) = (question.From.PlusDays(question.Cut), question.From.PlusDays(question.Cut + question.Days));
        var rest = question with
        {
            From = middle,
            Pauses = [.. question.Pauses.Where(pause => pause.To > middle).Select(pause => pause with { From = LocalDate.Max(pause.From, middle) })],
        };
        (Count(question).UpTo(middle) + Count(rest).UpTo(end)).ShouldBe(Count(question).UpTo(end));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_last_day_is_the_first_on_which_all_days_are_used_up() => Prop.ForAll(Questions, question =>
    {
        var count = Count(question);
        var last = count.DayOf(question.Days);
        count.UpTo(last).ShouldBe(question.Days);
        count.UpTo(last.PlusDays(-1)).ShouldBe(question.Days - 1);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_explanation_ends_with_the_number_it_explains() => Prop.ForAll(Questions, question =>
    {
        var count = Count(question);
        var days = count.Explain(count.DayOf(question.Days)).ToList();
        days[0].Number.ShouldBe(0);
        days[^1].Number.ShouldBe(question.Days);
        days.Select(day => day.Number).OfType<int>().ShouldBe(Enumerable.Range(0, question.Days + 1));
        days.Where(day => day.Pause is not null).ShouldAllBe(day => day.Number == null && day.Pause!.Covers(day.Day.Date));
    }).QuickCheckThrowOnFailure();

    private static DayCount Count(Question question)
    {
        DayCount.TryCreate(question.Calendar, question.Unit, question.From, question.Pauses, out var count, out var faults)
            .ShouldBeTrue(string.Join('\n', faults));
        return count!;
    }

    private static List<Pause> Pauses(LocalDate from, IEnumerable<int> gaps, IEnumerable<int> lengths)
    {
        var pauses = new List<Pause>();
        var end = from;
        foreach (var (gap, length) in gaps.Zip(lengths).Take(8))
        {
            pauses.Add(new Pause(end.PlusDays(gap), end.PlusDays(gap + length)));
            end = pauses[^1].To;
        }

        return pauses;
    }

    private sealed record Question(WorkingDayCalendar Calendar, LimitUnit Unit, LocalDate From, int Days, IReadOnlyList<Pause> Pauses, int Cut);
}
