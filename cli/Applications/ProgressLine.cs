using CrossRegion.Domain.Cases;
using CrossRegion.Orchestrations.ReadModel;

namespace CrossRegion.Cli.Applications;

/// <summary>An application's progress on one line: it changes when, and only when, there is something new to tell.</summary>
internal static class ProgressLine
{
    public static string Of(ApplicationView status) =>
        string.Join("  ", Parts(status).Where(part => part.Length > 0));

    /// <summary>True when nothing more will come but, at most, the applicant's rating.</summary>
    public static bool HasEnded(ApplicationView status) => status.Stage.Code
        is StageCodes.Delivered or StageCodes.Evaluated or StageCodes.NotAccepted or StageCodes.NotRequired or StageCodes.Withdrawn;

    /// <summary>Whom the application waits for; empty when for nobody.</summary>
    public static string Awaiting(ApplicationView status) =>
        string.Join("、", status.Awaiting.Select(awaited => awaited.NameZh).Distinct());

    /// <summary>How far the departments are: decided of all.</summary>
    public static string Reviews(ApplicationView status) =>
        status.Reviews is { Count: > 0 } reviews
            ? $"{reviews.Count(review => review.State is ReviewState.Approved or ReviewState.Refused)}/{reviews.Count}"
            : string.Empty;

    private static IEnumerable<string> Parts(ApplicationView status)
    {
        yield return $"{status.Stage.Zh} {status.Stage.En}";
        yield return Reviews(status) is { Length: > 0 } reviews ? $"部门 departments {reviews}" : string.Empty;
        yield return Awaiting(status) is { Length: > 0 } awaiting ? $"等待 awaiting {awaiting}" : string.Empty;
        yield return StatusText.Clock(status);
        yield return status.Failure is { } failure ? $"故障 failed at {failure.Step}: {failure.Reason}" : string.Empty;
    }
}
