using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Events;

namespace CrossRegion.Orchestrations.Inbox;

/// <summary>
/// The one place in a case for each thing that may come in: one submission, one supplement a notice, one decision a department, one
/// withdrawal, one evaluation. Whatever comes twice, by whichever way, meets its first copy there.
/// </summary>
public static class InboxSlot
{
    public const string Submitted = "submitted";
    public const string Withdrawn = "withdrawn";
    public const string Evaluation = "evaluation";
    public const string ReviewPrefix = "review:";
    public const string SupplementPrefix = "supplement:";
    public const string ReplayPrefix = "replay:";

    public static string Review(DepartmentKey department) => ReviewPrefix + department;

    public static string Supplement(int round) => $"{SupplementPrefix}{round}";

    public static string Replay(int generation) => $"{ReplayPrefix}{generation}";

    /// <summary>Where an event about an existing case belongs; a supplement to the latest notice.</summary>
    public static string Of(CaseEvent incoming, Case subject) => incoming switch
    {
        ApplicationSupplemented => Supplement(subject.Supplements.Count),
        ApplicationWithdrawn => Withdrawn,
        ReviewDecided decided => Review(decided.Data.Department),
        EvaluationSubmitted => Evaluation,
        _ => throw new ArgumentOutOfRangeException(nameof(incoming), incoming.Type, "no slot for events of this type"),
    };
}
