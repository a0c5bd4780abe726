using CrossRegion.Domain.Identifiers;
using Microsoft.DurableTask;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>Which step of a generation failed, and why.</summary>
public sealed record FailureReport(ApplicationNumber Number, int Generation, string Step, string Reason)
{
    private const int LongestReason = 500;

    /// <summary>The innermost failure is the one an operator can act on.</summary>
    public static FailureReport Of(CaseReference reference, TaskFailedException failure)
    {
        var details = failure.FailureDetails;
        while (details.InnerFailure is { } inner)
        {
            details = inner;
        }

        var reason = details.ErrorMessage.Length <= LongestReason ? details.ErrorMessage : details.ErrorMessage[..LongestReason];
        return new FailureReport(reference.Number, reference.Generation, failure.TaskName, reason);
    }
}
