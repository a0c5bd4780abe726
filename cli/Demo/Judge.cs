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
    /// <param name="application">The sample, and what was seen of it.</param>
    /// <param name="received">What the provinces received of this case.</param>
    public static Verdict Of(DemoApplication application, IReadOnlyCollection<ReceivedEvent> received) =>
        (application.Sample.Expect, application.Submission) switch
        {
            (_, null) => Verdict.Pending,
            (Expectation.Rejected, { } submission) => OfRejection(application.Sample, submission),
            (_, { Number: null } submission) => Verdict.Against($"({submission.Answer.Status}) {submission.Answer.Body?.ToJsonString()}"),
            (Expectation.Duplicate, { Duplicate: true }) => Verdict.AsExpected,
            (Expectation.Duplicate, _) => Verdict.Against("未识别为重复 not recognised as a duplicate"),
            _ => application is { Status: { } status, Decisive: { } decisive } ? OfCase(application.Sample, status, decisive, received) : Verdict.Pending,
        };

    private static Verdict OfRejection(Sample sample, Submission submission)
    {
        var missed = (sample.Faults ?? []).Except(submission.FaultPaths).ToList();
        return submission.Answer.Status is < 400 or >= 500
            ? Verdict.Against($"应拒收 should be rejected, not {submission.Answer.Status}")
            : missed.Count > 0 ? Verdict.Against($"未指出 faults not named: {string.Join(", ", missed)}")
            : Verdict.AsExpected;
    }

    /// <summary>The stamp that it was filed with shows how it ended; the applicant's rating is known to the competent one.</summary>
    private static Verdict OfCase(Sample sample, ApplicationView status, ApplicationView decisive, IReadOnlyCollection<ReceivedEvent> received)
    {
        if (!ProgressLine.HasEnded(status) || !ProgressLine.HasEnded(decisive) || (sample.Evaluation is not null && decisive.Evaluation is null))
        {
            return Verdict.Pending;
        }
        var differences = Differences(sample.Expect, status).Concat(BetweenStamps(status, decisive)).ToList();
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

    private static IEnumerable<string> BetweenStamps(ApplicationView status, ApplicationView decisive)
    {
        if (status.Certificate != decisive.Certificate)
        {
            yield return $"证照不一致 the stamps show different certificates: {status.Certificate?.Identifier}, {decisive.Certificate?.Identifier}";
        }
        if (status.Decision?.Outcome != decisive.Decision?.Outcome)
        {
            yield return $"决定不一致 the stamps show different decisions: {status.Decision?.Outcome}, {decisive.Decision?.Outcome}";
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
