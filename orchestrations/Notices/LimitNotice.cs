using System.Text.Json.Nodes;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Orchestrations.Events;
using NodaTime;

namespace CrossRegion.Orchestrations.Notices;

/// <summary>What the applicant is told of the limits (行政许可法 art. 42, 45), and what supervision is.</summary>
internal static class LimitNotice
{
    public static Notice Of(Case after, CaseStep step, ServiceItem item) => step switch
    {
        SpecialProcedureStarted started => Paused(started, item),
        SpecialProcedureEnded => Resumed(after, item),
        LimitExtended extended => Extended(after, extended, item),
        LimitsRecomputed recomputed => Recomputed(after, recomputed, item),
        RungRaised raised => Raised(raised, item),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.GetType().Name, "not about limits"),
    };

    private static Notice Paused(SpecialProcedureStarted started, ServiceItem item)
    {
        var ground = started.Ground.Name();
        return new(
            EventTypes.LimitPaused,
            new JsonObject
            {
                ["ground"] = started.Ground.Code(),
                ["groundZh"] = ground.Zh,
                ["groundEn"] = ground.En,
                ["workingDays"] = started.Needed.Amount,
                ["document"] = started.Document.Value,
            },
            new(
                $"您申请的“{item.Name.Zh}”需要{ground.Zh},所需时间{started.Needed.Amount}个工作日,依法不计入办理期限(特别程序告知书{started.Document})。",
                $"Your application for \"{item.Name.En}\" needs a special procedure ({Lower(ground.En)}) of {started.Needed.Amount} working days, which by law do not count (notice {started.Document})."));
    }

    private static Notice Resumed(Case after, ServiceItem item) => new(
        EventTypes.LimitResumed,
        Dates(after),
        new(
            $"您申请的“{item.Name.Zh}”的特别程序已经结束,办理期限恢复计算:{DatesZh(after)}。",
            $"The special procedure in your application for \"{item.Name.En}\" is over and the time runs again: {DatesEn(after)}."));

    private static Notice Extended(Case after, LimitExtended extended, ServiceItem item)
    {
        var office = extended.Approver.Office.Name();
        var data = Dates(after);
        data["amount"] = extended.Added.Amount;
        data["unit"] = extended.Added.Unit.Code();
        data["office"] = extended.Approver.Office.Code();
        data["reason"] = extended.Reason;
        data["document"] = extended.Document.Value;
        return new(
            EventTypes.LimitExtended,
            data,
            new(
                $"您申请的“{item.Name.Zh}”经{office.Zh}批准,办理期限延长{extended.Added.Amount}个{extended.Added.Unit.Name().Zh}(告知书{extended.Document})。理由:{extended.Reason}。{DatesZh(after)}。",
                $"With the approval of the {Lower(office.En)}, the time for your application for \"{item.Name.En}\" is extended by {extended.Added.Amount} {extended.Added.Unit.Name().En}s (notice {extended.Document}). Reason: {extended.Reason}. Now {DatesEn(after)}."));
    }

    private static Notice Recomputed(Case after, LimitsRecomputed recomputed, ServiceItem item)
    {
        var data = Dates(after);
        data["reason"] = recomputed.Reason;
        return new(
            EventTypes.LimitRecomputed,
            data,
            new(
                $"因放假安排变更({recomputed.Reason}),您申请的“{item.Name.Zh}”的期限重新计算:{DatesZh(after)}。",
                $"The working days have changed ({recomputed.Reason}), so the time for your application for \"{item.Name.En}\" was counted again: {DatesEn(after)}."));
    }

    private static Notice Raised(RungRaised raised, ServiceItem item)
    {
        var (clock, level, colour) = (raised.Rung.Clock.Kind.Name(), raised.Rung.Level.Name(), raised.Rung.Colour);
        var department = raised.Rung.Clock.Department is { } key ? item.FindDepartment(key) : null;
        var (zh, en) = department is null ? (clock.Zh, clock.En) : ($"{clock.Zh}({department.Name.Zh})", $"{clock.En} ({department.Name.En})");
        var data = new JsonObject
        {
            ["clock"] = raised.Rung.Clock.Value,
            ["clockZh"] = clock.Zh,
            ["clockEn"] = clock.En,
            ["level"] = raised.Rung.Level.Code(),
            ["colour"] = colour.Code(),
            ["on"] = Notice.Date(raised.On),
        };
        if (department is not null)
        {
            data["department"] = department.Key.Value;
        }

        return new(
            EventTypes.SupervisionRaised,
            data,
            new($"“{item.Name.Zh}”{zh}{level.Zh}。", $"\"{item.Name.En}\": {en}, {Lower(level.En)}."));
    }

    /// <summary>The last days as the applicant was told them.</summary>
    private static JsonObject Dates(Case after)
    {
        var data = new JsonObject();
        Add("promisedDueOn", ClockKind.Promised);
        Add("statutoryDueOn", ClockKind.Statutory);
        return data;

        void Add(string member, ClockKind kind)
        {
            if (Told(after, kind) is { } date)
            {
                data[member] = Notice.Date(date);
            }
        }
    }

    private static string DatesZh(Case after) => string.Join(
        ",",
        Each(after).Select(limit => $"{limit.Kind.Name().Zh}为{Notice.Date(limit.Date)}"));

    private static string DatesEn(Case after) => string.Join(
        ", ",
        Each(after).Select(limit => $"{Lower(limit.Kind.Name().En)} {Notice.Date(limit.Date)}"));

    private static IEnumerable<(ClockKind Kind, LocalDate Date)> Each(Case after) =>
        from kind in new[] { ClockKind.Promised, ClockKind.Statutory }
        where Told(after, kind) is not null
        select (kind, Told(after, kind)!.Value);

    private static LocalDate? Told(Case after, ClockKind kind) =>
        after.Told.TryGetValue(ClockKey.Of(kind).Value, out var date) ? date : null;

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
