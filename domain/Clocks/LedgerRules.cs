using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Clocks.Entries;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Clocks;

/// <summary>
/// Which entries the law allows in a clock's ledger. An entry that is not allowed is refused with all its faults, each at the
/// property it concerns.
/// </summary>
internal static class LedgerRules
{
    public static IReadOnlyList<Fault> Check(ClockKey key, ClockRule rule, ClockStarted start)
    {
        var faults = new FaultCollector();
        CheckActor(start, faults);
        if (key.Kind != rule.Kind)
        {
            faults.Add("key", "other-kind", "时限键与时限规则种类不符", $"the key is of the kind '{key.Kind.Code()}', the rule of '{rule.Kind.Code()}'");
        }

        if (start.From > start.On)
        {
            faults.Add("from", "starts-ahead", "起算日不得晚于登记日", "a limit cannot start from a day that has not come");
        }

        return faults.ToList();
    }

    public static IReadOnlyList<Fault> Check(Clock clock, ClockEntry entry, WorkingDayCalendar calendar)
    {
        var faults = new FaultCollector();
        CheckActor(entry, faults);
        var latest = clock.Later.Count > 0 ? clock.Later[^1] : clock.Start;
        if (entry.At < latest.At)
        {
            faults.Add("at", "out-of-order", "早于前一条计时记录", "it lies before the latest entry of the ledger");
        }

        CheckState(clock.State, entry, faults);
        switch (entry)
        {
            case ClockPaused paused:
                CheckPause(clock.Rule, paused, faults);
                break;
            case ClockExtended extended:
                CheckExtension(clock, extended, calendar, faults);
                break;
        }

        return faults.ToList();
    }

    private static void CheckActor(ClockEntry entry, FaultCollector faults)
    {
        if (string.IsNullOrWhiteSpace(entry.By))
        {
            faults.Add("by", "missing", "缺少经办人", "who made the entry is missing");
        }
    }

    private static void CheckState(ClockState state, ClockEntry entry, FaultCollector faults)
    {
        var (code, zh, en) = (state, entry) switch
        {
            (_, ClockStarted) => ("started-already", "计时已经开始", "the clock has been started already"),
            (ClockState.Stopped, _) => ("stopped", "计时已经终止", "the clock has stopped"),
            (ClockState.Paused, ClockPaused) => ("paused-already", "计时已经中止", "the clock is paused already"),
            (ClockState.Running, ClockResumed) => ("not-paused", "计时没有中止,无从恢复", "the clock is not paused"),
            _ => ("", "", ""),
        };
        if (code.Length > 0)
        {
            faults.Add("", code, zh, en);
        }
    }

    /// <summary>art. 45: only its procedures, and the applicant is told in writing how long they need.</summary>
    private static void CheckPause(ClockRule rule, ClockPaused paused, FaultCollector faults)
    {
        if (!rule.CanPause)
        {
            faults.Add("", "not-excludable", "第四十五条不适用于一次性告知的期限", "art. 45 does not exclude time from the limit of art. 32(4)");
        }

        if (!Enum.IsDefined(paused.Procedure))
        {
            faults.Add("procedure", "no-ground", "不属于第四十五条所列的情形", "art. 45 knows no such ground to stop the count");
        }

        CheckNotice(paused, "art. 45", faults);
    }

    /// <summary>art. 42: once, no longer than it allows, approved by the office it names, with the reasons told.</summary>
    private static void CheckExtension(Clock clock, ClockExtended extended, WorkingDayCalendar calendar, FaultCollector faults)
    {
        if (clock.Rule.Extension is { } rule)
        {
            CheckAmount(rule, extended, faults);
        }
        else
        {
            faults.Add("", "no-extension", "该期限依法不得延长", "the rule of this limit gives no extension");
        }

        if (clock.Later.Any(entry => entry is ClockExtended))
        {
            faults.Add("", "extended-already", "期限只能延长一次", "a limit is extended once");
        }

        if (extended.On >= clock.Start.From && clock.ReadOn(extended.On, calendar).IsOverdue)
        {
            faults.Add("at", "too-late", "期限已经届满,不得延长", "the limit has run out: it cannot be extended any more");
        }

        if (string.IsNullOrWhiteSpace(extended.Approver.Name))
        {
            faults.Add("approver.name", "missing", "缺少批准人姓名", "the approver's name is missing");
        }

        if (string.IsNullOrWhiteSpace(extended.Reason))
        {
            faults.Add("reason", "missing", "应当将延长期限的理由告知申请人", "art. 42: the reason is told to the applicant");
        }

        CheckNotice(extended, "art. 42", faults);
    }

    private static void CheckAmount(ExtensionRule rule, ClockExtended extended, FaultCollector faults)
    {
        var (added, longest) = (extended.Added, rule.Longest);
        if (added.Unit != longest.Unit)
        {
            faults.Add("added.unit", "limit-unit", $"延长期限应以{longest.Unit.Name().Zh}计", $"the extension is counted in {longest.Unit.Name().En}s");
        }
        else if (added.Amount < 1 || added.Amount > longest.Amount)
        {
            faults.Add("added.amount", "too-long", $"延长不得超过{longest.Amount}", $"1 to {longest.Amount} {longest.Unit.Name().En}s may be added");
        }

        if (extended.Approver.Office != rule.Office)
        {
            var office = rule.Office.Name();
            faults.Add("approver.office", "other-office", $"应由{office.Zh}批准", $"the approval of another office is needed: {office.En}");
        }
    }

    private static void CheckNotice(ClockEntry entry, string article, FaultCollector faults)
    {
        if (entry.Document is null)
        {
            faults.Add("document", "missing", "缺少书面告知申请人的文书", $"{article}: the notice to the applicant is missing");
        }
    }
}
