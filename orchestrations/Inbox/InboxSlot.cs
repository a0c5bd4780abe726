using System.Globalization;
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
    public const string ProcedureStartedPrefix = "procedure-started:";
    public const string ProcedureEndedPrefix = "procedure-ended:";
    public const string Extension = "extension";

    private const string ToldPrefix = "told:";

    /// <summary>A step of an application that another stamp handles, of which this one's subscribers are to be told.</summary>
    public static string Told(int sequence) => ToldPrefix + Cases.CaseDocuments.Sequence(sequence);

    /// <summary>The step's number in the competent stamp's timeline; null for another slot.</summary>
    public static int? ToldSequence(string slot) => slot.StartsWith(ToldPrefix, StringComparison.Ordinal)
        ? int.Parse(slot.AsSpan(ToldPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture)
        : null;

    public static string Review(DepartmentKey department) => ReviewPrefix + department;

    public static string Supplement(int round) => $"{SupplementPrefix}{round}";

    public static string Replay(int generation) => $"{ReplayPrefix}{generation}";

    /// <summary>The number of the special procedure that a slot is about; 0 for others.</summary>
    public static int ProcedureNumber(string slot) =>
        slot.StartsWith(ProcedureStartedPrefix, StringComparison.Ordinal) || slot.StartsWith(ProcedureEndedPrefix, StringComparison.Ordinal)
            ? int.Parse(slot.AsSpan(slot.IndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;

    /// <summary>
    /// Whether the case does not know yet what an orchestration takes over from a slot. What came too late to change anything is no news.
    /// </summary>
    public static bool IsNews(string slot, Case subject) => slot switch
    {
        Withdrawn => subject is { WithdrawnAt: null, Decision: null, IsClosed: false },
        _ when slot.StartsWith(ReviewPrefix, StringComparison.Ordinal) =>
            subject.Reviews.GetValueOrDefault(slot[ReviewPrefix.Length..])?.State == ReviewState.Requested,
        _ when slot.StartsWith(SupplementPrefix, StringComparison.Ordinal) => subject.OpenSupplement is { } open && slot == Supplement(open.Round),
        _ => false,
    };

    /// <summary>Where an event about an existing case belongs; a supplement to the latest notice.</summary>
    public static string Of(CaseEvent incoming, Case subject) => incoming switch
    {
        ApplicationSupplemented => Supplement(subject.Supplements.Count),
        ApplicationWithdrawn => Withdrawn,
        ReviewDecided decided => Review(decided.Data.Department),
        EvaluationSubmitted => Evaluation,
        ProcedureStarted => $"{ProcedureStartedPrefix}{subject.Procedures.Count + 1}",
        ProcedureEnded => $"{ProcedureEndedPrefix}{subject.Procedures.Count}",
        ExtensionApproved => Extension,
        _ => throw new ArgumentOutOfRangeException(nameof(incoming), incoming.Type, "no slot for events of this type"),
    };
}
