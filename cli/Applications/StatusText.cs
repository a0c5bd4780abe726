using System.Globalization;
using System.Text.Json;
using CrossRegion.Orchestrations.ReadModel;

namespace CrossRegion.Cli.Applications;

/// <summary>A status in words, Chinese first.</summary>
internal static class StatusText
{
    public static IEnumerable<string> Lines(ApplicationView status)
    {
        yield return $"办件编号 Number: {status.Number}";
        yield return $"事项 Item: {status.Item.NameZh} {status.Item.NameEn} (v{status.Item.Version}, {status.Mode.Zh} {status.Mode.En})";
        yield return $"环节 Stage: {status.Stage.Zh} {status.Stage.En}";
        yield return $"收件 Received: {Moment(status.ReceivedAt)}";
        if (status.AsOf is { } asOf)
        {
            yield return $"办理地告知截至 As told by the competent stamp: {Moment(asOf)}";
        }
        if (status.AcceptedOn is { } accepted)
        {
            yield return $"受理 Accepted: {Day(accepted)}; {Clock(status)}";
        }
        foreach (var clock in status.Clocks)
        {
            var department = clock.Department is null ? string.Empty : $" {clock.Department} ({clock.Province})";
            yield return $"时限 Limit: {clock.Kind.Zh} {clock.Kind.En}{department}: {clock.State.Zh} {clock.State.En}, {clock.Consumed}/{clock.Budget} {clock.Unit.Zh} {clock.Unit.En}s, 剩余 left {clock.Remaining}, "
                + $"{Day(clock.DueOn)}{(clock.Provisional ? " (暂定 provisional)" : string.Empty)}, {clock.Colour.Zh} {clock.Colour.En}";
        }
        foreach (var awaited in status.Awaiting)
        {
            var until = awaited.Until is { } date ? $" ({Day(date)})" : string.Empty;
            var (sinceZh, sinceEn) = awaited.Since is { } since ? ($",自{Moment(since)}", $", since {Moment(since)}") : (string.Empty, string.Empty);
            var (clockZh, clockEn) = awaited.Clock is { } clock ? ($",其间计时:{clock.Zh}", $", meanwhile runs: {clock.En}") : (string.Empty, string.Empty);
            yield return $"等待 Awaiting: {awaited.NameZh}:{awaited.What.Zh}{sinceZh}{clockZh}{until} {awaited.NameEn}: {awaited.What.En}{sinceEn}{clockEn}{until}";
        }
        foreach (var review in status.Reviews)
        {
            var limit = review.Unit is { } unit ? $", 时限 limit {review.Budget} {unit.Zh} {unit.En}s" : string.Empty;
            yield return $"部门 Department: {review.NameZh} {review.NameEn} ({review.Province}): {Code(review.State)}{limit} {review.Opinion}".TrimEnd();
        }
        foreach (var line in Outcome(status))
        {
            yield return line;
        }
    }

    /// <summary>The running limit: what was promised, what the law allows, what is used.</summary>
    public static string Clock(ApplicationView status)
    {
        if (status.PromisedDueOn is not { } promised)
        {
            return string.Empty;
        }
        var provisional = status.PromisedProvisional == true ? "(暂定 provisional)" : string.Empty;
        return $"承诺 promised {Day(promised)}{provisional}, 法定 statutory {Day(status.StatutoryDueOn)}, "
            + $"已用 {status.WorkingDaysUsed} 个工作日 working days used";
    }

    private static string Moment(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";

    /// <summary>The word on the wire.</summary>
    private static string? Code<T>(T value) where T : struct, Enum => JsonSerializer.SerializeToNode(value)?.ToString();

    private static IEnumerable<string> Outcome(ApplicationView status)
    {
        if (status.NotAccepted is { } refusal)
        {
            yield return $"原因 Reason: {refusal.ReasonZh} {refusal.ReasonEn}";
        }
        if (status.Decision is { } decision)
        {
            yield return $"决定 Decision: {Code(decision.Outcome)} {Day(decision.DecidedOn)}";
            foreach (var reason in decision.Reasons)
            {
                yield return $"理由 Reason: {reason.Text}({reason.LegalBasis})";
            }
            if (decision.RemediesZh is not null)
            {
                yield return $"救济 Remedies: {decision.RemediesZh} {decision.RemediesEn}";
            }
        }
        if (status.Certificate is { } certificate)
        {
            yield return $"证照 Certificate: {certificate.TypeNameZh} {certificate.TypeNameEn} {certificate.Identifier}";
        }
        if (status.ErasedAt is { } erased)
        {
            yield return $"个人信息 Personal data: 已依法删除 erased by law {Day(DateOnly.FromDateTime(erased.ToOffset(TimeSpan.FromHours(8)).DateTime))}";
        }
        if (status.Failure is { } failure)
        {
            yield return $"故障 Failed: {failure.Step}: {failure.Reason}";
        }
    }
}
