using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Orchestrations.Limits;
using CrossRegion.Orchestrations.Notices;
using NodaTime;

namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>What is seen of a case at this moment, masked: derived from the case, its item and the calendar, without any I/O.</summary>
public sealed class CaseViews(ServiceCatalogue catalogue, CaseTime time, IClock clock)
{
    /// <summary>One line of a list.</summary>
    public ApplicationSummary Summary(Case subject)
    {
        var item = catalogue.Get(subject.Item, subject.ItemVersion);
        return new ApplicationSummary(
            subject.Number.Value,
            item.Name.Zh,
            item.Name.En,
            subject.Province.Value,
            CodedText.Of(subject.Stage),
            subject.AppliedAt.ToDateTimeOffset(),
            Told(subject, ClockKind.Promised),
            Colour(subject),
            subject.Failure is not null);
    }

    /// <summary>All of it, for another stamp, which shows it later and has to know as of when it is.</summary>
    public ApplicationView Told(Case subject) => View(subject) with { AsOf = clock.GetCurrentInstant().ToDateTimeOffset() };

    /// <summary>All of it.</summary>
    public ApplicationView View(Case subject)
    {
        var item = catalogue.Get(subject.Item, subject.ItemVersion);
        var acceptance = subject.Acceptance;
        var clocks = Read(subject);
        return new ApplicationView
        {
            Number = subject.Number.Value,
            Item = new ItemReference(item.Code.Value, item.Version, item.Name.Zh, item.Name.En),
            Mode = CodedText.Of(item.Mode),
            Province = subject.Province.Value,
            Stage = CodedText.Of(subject.Stage),
            Applicant = Applicant(subject),
            ReceivedAt = (subject.ReceivedAt ?? subject.AppliedAt).ToDateTimeOffset(),
            AcceptedOn = acceptance?.AcceptedOn.ToDateOnly(),
            PromisedDueOn = Told(subject, ClockKind.Promised),
            StatutoryDueOn = Told(subject, ClockKind.Statutory),
            Provisional = acceptance is null ? null : Of(clocks, ClockKind.Statutory)?.Due.IsProvisional ?? acceptance.Provisional,
            PromisedProvisional = acceptance is null ? null : Of(clocks, ClockKind.Promised)?.Due.IsProvisional ?? acceptance.PromisedProvisional,
            WorkingDaysUsed = acceptance is null ? null : WorkingDaysUsed(subject, acceptance),
            Colour = clocks.Count == 0 ? null : CodedText.Of(time.ColourOf(clocks)),
            Clocks = [.. clocks.OrderBy(clock => clock.State == ClockState.Stopped).ThenBy(clock => clock.Due.Date).Select(clock => Clock(clock, item))],
            Awaiting = [.. Awaited(subject, item)],
            Supplement = subject.Supplements.IsEmpty ? null : Supplement(subject.Supplements[^1]),
            Reviews = [.. item.Departments.Select(department => Review(subject, department)).OfType<ReviewView>()],
            NotAccepted = subject.NonAcceptance is { } refused
                ? new NotAcceptedView(refused.Kind, refused.Reason.Zh, refused.Reason.En, refused.CompetentAuthority?.Zh, refused.CompetentAuthority?.En)
                : null,
            Decision = subject.Decision is { } decision
                ? new DecisionView(
                    decision.Outcome,
                    decision.DecidedOn.ToDateOnly(),
                    [.. decision.Reasons.Select(reason => new ReasonView(reason.Text, reason.LegalBasis))],
                    decision.Remedies?.Zh,
                    decision.Remedies?.En)
                : null,
            Certificate = subject.Certificate is { } certificate
                ? new CertificateView(certificate.Identifier.Value, certificate.TypeName.Zh, certificate.TypeName.En)
                : null,
            DeliveredAt = subject.DeliveredAt?.ToDateTimeOffset(),
            Evaluation = subject.Evaluation is { } satisfaction ? new EvaluationView((int)satisfaction) : null,
            Failure = subject.Failure is { } failure ? new FailureView(failure.Step, failure.Reason, failure.At.ToDateTimeOffset()) : null,
            Generation = subject.Generation,
            WithdrawnAt = subject.WithdrawnAt?.ToDateTimeOffset(),
            ErasedAt = subject.ErasedAt?.ToDateTimeOffset(),
        };
    }

    private static ApplicantView? Applicant(Case subject) => subject is { ErasedAt: null, Applicant.Identifier: { } identifier }
        ? new ApplicantView(Masking.Name(subject.Applicant.Name), Masking.Identifier(identifier.Value))
        : null;

    /// <summary>From acceptance to the decision, or to today while there is none.</summary>
    private int WorkingDaysUsed(Case subject, Acceptance acceptance)
    {
        var end = LocalDate.Max(acceptance.AcceptedOn, subject.Decision?.DecidedOn ?? Today);
        var rules = time.RulesOf(subject);
        var calendar = rules.OfLead;
        var held = subject.Procedures.Sum(procedure => Between(procedure.StartedAt, procedure.EndedAt));
        return calendar.WorkingDaysBetween(acceptance.AcceptedOn, end).Days.Count - held;

        int Between(Instant from, Instant? to)
        {
            var (start, last) = (ChinaTime.DateOf(from), LocalDate.Min(end, to is { } ended ? ChinaTime.DateOf(ended) : end));
            return last <= start ? 0 : calendar.WorkingDaysBetween(start, last).Days.Count;
        }
    }

    private LocalDate Today => ChinaTime.DateOf(clock.GetCurrentInstant());

    private IReadOnlyList<ClockReading> Read(Case subject) => subject.ReadClocks(Today, time.RulesOf(subject));

    private CodedText? Colour(Case subject) => Read(subject) is { Count: > 0 } clocks ? CodedText.Of(time.ColourOf(clocks)) : null;

    private static ClockReading? Of(IEnumerable<ClockReading> clocks, ClockKind kind) => clocks.FirstOrDefault(clock => clock.Key.Kind == kind);

    /// <summary>The last day as the applicant was told it, latest.</summary>
    private static DateOnly? Told(Case subject, ClockKind kind) =>
        subject.Told.TryGetValue(ClockKey.Of(kind).Value, out var told) ? told.ToDateOnly()
        : kind == ClockKind.Promised ? subject.Acceptance?.PromisedDueOn.ToDateOnly()
        : subject.Acceptance?.StatutoryDueOn.ToDateOnly();

    private ClockView Clock(ClockReading clock, ServiceItem item) => new(
        clock.Key.Value,
        CodedText.Of(clock.Key.Kind),
        clock.Key.Department?.Value,
        CodedText.Of(clock.State),
        CodedText.Of(time.ColourOf(clock)),
        CodedText.Of(clock.Unit),
        clock.Budget,
        clock.Consumed,
        clock.Remaining,
        clock.Due.Date.ToDateOnly(),
        clock.Due.IsProvisional,
        ((clock.Key.Department is { } department ? item.FindDepartment(department) : null) ?? item.Lead).Province.Value);

    private static IEnumerable<AwaitedStep> Awaited(Case subject, ServiceItem item)
    {
        if (subject.OpenSupplement is { } supplement)
        {
            yield return new AwaitedStep(
                AwaitedParty.Applicant, null, "申请人", "Applicant", new("补正材料", "Hand in what is missing"), supplement.DueOn.ToDateOnly());
            yield break;
        }

        if (subject.OpenProcedure is { } procedure)
        {
            yield return new AwaitedStep(
                AwaitedParty.Department,
                item.Lead.Key.Value,
                item.Lead.Name.Zh,
                item.Lead.Name.En,
                new($"特别程序:{procedure.Ground.Name().Zh}", $"Special procedure: {procedure.Ground.Name().En}"),
                Until: null);
        }

        var asked = item.Departments
            .Where(department => subject.Reviews.GetValueOrDefault(department.Key.Value)?.State == ReviewState.Requested)
            .ToList();
        foreach (var department in asked)
        {
            yield return new AwaitedStep(
                AwaitedParty.Department,
                department.Key.Value,
                department.Name.Zh,
                department.Name.En,
                department.Task,
                subject.Reviews[department.Key.Value].DueOn?.ToDateOnly());
        }

        if (asked.Count == 0 && subject.OpenProcedure is null && !subject.IsClosed)
        {
            yield return new AwaitedStep(
                AwaitedParty.System, null, "系统", "System", new("继续办理", "Go on with the case"), subject.Acceptance?.PromisedDueOn.ToDateOnly());
        }
    }

    private static ReviewView? Review(Case subject, Department department) =>
        subject.Reviews.TryGetValue(department.Key.Value, out var review)
            ? new ReviewView(
                department.Key.Value,
                department.Name.Zh,
                department.Name.En,
                department.Province.Value,
                review.State,
                review.RequestedAt?.ToDateTimeOffset(),
                review.DecidedAt?.ToDateTimeOffset(),
                review.Opinion,
                review.DueOn?.ToDateOnly(),
                department.Limit.Amount,
                CodedText.Of(department.Limit.Unit))
            : null;

    private static SupplementView Supplement(Supplement supplement) => new(
        supplement.RequestedOn.ToDateOnly(),
        supplement.DueOn.ToDateOnly(),
        [.. supplement.Deficiencies.Select(deficiency => new DeficiencyView(
            deficiency.Material.Value,
            deficiency.Name.Zh,
            deficiency.Name.En,
            deficiency.Code,
            deficiency.Message.Zh,
            deficiency.Message.En))]);
}
