using CrossRegion.Cli.Applications;
using CrossRegion.Domain.Cases;
using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Simulators.Journals;
using CrossRegion.Simulators.Platforms;
using CrossRegion.Simulators.Samples;

namespace CrossRegion.Cli.Demo;

/// <summary>Decides whether an application ended as its sample says. A pure function of what was seen.</summary>
internal static class Judge
{
    /// <param name="sample">What is expected.</param>
    /// <param name="submission">The answer to the filing; null before.</param>
    /// <param name="status">The case as last seen; null when there is none, or not yet.</param>
    /// <param name="received">What the provinces received of this case.</param>
    public static Verdict Of(Sample sample, Submission? submission, ApplicationView? status, IReadOnlyCollection<ReceivedEvent> received) =>
        (sample.Expect, submission) switch
        {
            (_, null) => Verdict.Pending,
            (Expectation.Rejected, _) => OfRejection(sample, submission),
            (_, { Number: null }) => Verdict.Against($"({submission.Answer.Status}) {submission.Answer.Body?.ToJsonString()}"),
            (Expectation.Duplicate, { Duplicate: true }) => Verdict.AsExpected,
            (Expectation.Duplicate, _) => Verdict.Against("未识别为重复 not recognised as a duplicate"),
            _ => status is null ? Verdict.Pending : OfCase(sample, status, received),
        };

    private static Verdict OfRejection(Sample sample, Submission submission)
    {
        var missed = (sample.Faults ?? []).Except(submission.FaultPaths).ToList();
        return submission.Answer.Status is < 400 or >= 500
            ? Verdict.Against($"应拒收 should be rejected, not {submission.Answer.Status}")
            : missed.Count > 0 ? Verdict.Against($"未指出 faults not named: {string.Join(", ", missed)}")
            : Verdict.AsExpected;
    }

    private static Verdict OfCase(Sample sample, ApplicationView status, IReadOnlyCollection<ReceivedEvent> received)
    {
        if (!ProgressLine.HasEnded(status) || (sample.Evaluation is not null && status.Evaluation is null))
        {
            return Verdict.Pending;
        }
        var differences = Differences(sample.Expect, status).ToList();
        return differences.Count > 0 ? Verdict.Against(string.Join("; ", differences))
            : NoticesOf(status).Any(type => !received.Any(notice => notice.Type.Contains(type, StringComparison.Ordinal))) ? Verdict.Pending
            : Verdict.AsExpected;
    }

    private static IEnumerable<string> Differences(Expectation expected, ApplicationView status)
    {
        var granted = status.Decision?.Outcome == DecisionOutcome.Granted && status.Certificate is not null;
        var refused = status.Decision?.Outcome == DecisionOutcome.Refused && status.Certificate is null;
        var asExpected = expected switch
        {
            Expectation.Refused => refused && status.Decision!.Reasons.Count > 0 && status.Decision.RemediesZh is not null,
            Expectation.NotAccepted => status.NotAccepted is not null && status.Decision is null,
            _ => granted,
        };
        if (!asExpected)
        {
            yield return $"应为 should be {expected}, 实为 is {status.Stage.Code}";
        }
        if (expected == Expectation.GrantedAfterSupplement != status.Supplement is not null)
        {
            yield return "补正告知与预期不符 supplement differs";
        }
        if (expected == Expectation.GrantedAfterReplay && status.Generation == 1)
        {
            yield return $"办理次数与预期不符 generation is {status.Generation}";
        }
    }

    /// <summary>What the citizen must have read when the case is at its end: a notice missing now is still under way.</summary>
    private static IEnumerable<string> NoticesOf(ApplicationView status)
    {
        yield return ".application.received.";
        yield return ".evaluation.invited.";
        if (status.NotAccepted is not null)
        {
            yield return ".application.refused-acceptance.";
        }
        if (status.Decision is not null)
        {
            yield return ".application.accepted.";
            yield return ".application.decided.";
        }
        if (status.Certificate is not null)
        {
            yield return ".certificate.issued.";
        }
        if (status.DeliveredAt is not null)
        {
            yield return ".application.delivered.";
        }
    }
}
