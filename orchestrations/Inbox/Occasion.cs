using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Faults;
using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.Limits;
using NodaTime;

using ReviewDecided = CrossRegion.Orchestrations.Events.ReviewDecided;

namespace CrossRegion.Orchestrations.Inbox;

/// <summary>Whether a case waits for such an event now. A pure function of event and case.</summary>
internal static class Occasion
{
    /// <summary>All that speaks against it; empty when it is taken.</summary>
    public static IReadOnlyList<Fault> FaultsOf(CaseEvent incoming, string slot, Case subject, TimeRules rules, Instant now) =>
        FaultOf(incoming, subject) is { } fault ? [fault] : LimitFaults(incoming, slot, subject, rules, now);

    private static Fault? FaultOf(CaseEvent incoming, Case subject) => incoming switch
    {
        ApplicationSupplemented when subject.OpenSupplement is null =>
            new("type", "nothing-to-supplement", "该办件没有等待补正的告知", "no notice waits for a supplement"),
        ApplicationWithdrawn when subject.IsClosed || subject.Decision is not null =>
            new("type", "too-late", "该办件已作出决定,不能撤回", "the case is decided: it can no longer be withdrawn"),
        EvaluationSubmitted when !subject.Has("evaluation-invited") =>
            new("type", "not-invited", "该办件尚未邀请评价", "the case does not invite an evaluation yet"),
        ReviewDecided decided => ReviewFaultOf(decided, subject),
        _ => null,
    };

    private static Fault? ReviewFaultOf(ReviewDecided decided, Case subject)
    {
        var key = decided.Data.Department.Value;
        return subject.Reviews.GetValueOrDefault(key)?.State switch
        {
            ReviewState.Requested => null,
            null => new("data.department", "unknown-department", $"该办件没有部门{key}", $"no department {key} takes part in this case"),
            { } state => new(
                "data.department",
                "review-not-requested",
                $"部门{key}的审查状态为“{state.Name().Zh}”",
                $"the review of {key} is not requested: '{state.Name().En}'"),
        };
    }

    /// <summary>Why the clocks' ledgers would refuse it, all at once; empty for what is not about them.</summary>
    private static IReadOnlyList<Fault> LimitFaults(CaseEvent incoming, string slot, Case subject, TimeRules rules, Instant now)
    {
        try
        {
            if (LimitSteps.Of(incoming, slot, now, rules) is { } step)
            {
                subject.After(step, rules);
            }

            return [];
        }
        catch (IllegalStepException refused)
        {
            return [.. refused.Faults.Select(fault => fault with { Path = fault.Path.Length > 0 ? $"data.{fault.Path.Replace("added.", string.Empty, StringComparison.Ordinal)}" : "type" })];
        }
    }
}
