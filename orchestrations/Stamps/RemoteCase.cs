using CrossRegion.Domain;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.ReadModel;
using NodaTime;

namespace CrossRegion.Orchestrations.Stamps;

/// <summary>
/// An application that another stamp handles, as far as this one takes part in it: received here (异地代收), filed here, or with a
/// department here (多地联办). What is known of it is what the competent stamp told last.
/// </summary>
/// <param name="Number">The same on every stamp.</param>
/// <param name="Competent">办理地: the province whose stamp accepts and decides.</param>
/// <param name="Via">The province of this stamp that takes part.</param>
/// <param name="Filed">It was filed with this stamp.</param>
/// <param name="ReceivedAt">When it came in, wherever it did: the law's time counts from here.</param>
/// <param name="HandedOver">The competent stamp is to be given it, or has it.</param>
/// <param name="Tasks">The departments here that were asked for a review.</param>
/// <param name="Summary">One line of it, without anything personal.</param>
/// <param name="View">All of it that may be seen.</param>
/// <param name="Entries">The steps that were told, oldest first.</param>
/// <param name="Erasure">What is left once the person is erased: it takes the place of what was told before.</param>
public sealed record RemoteCase(
    ApplicationNumber Number,
    ProvinceCode Competent,
    ProvinceCode Via,
    bool Filed,
    Instant ReceivedAt,
    bool HandedOver,
    IReadOnlyList<DepartmentKey> Tasks,
    ApplicationSummary Summary,
    [property: PersonalData] ApplicationView? View,
    [property: PersonalData] IReadOnlyList<TimelineEntryView> Entries,
    HandedErasure? Erasure = null)
{
    /// <summary>All of it that may be seen now.</summary>
    public ApplicationView? Shown() => Erasure?.View ?? View;

    /// <summary>The steps that may be seen now, oldest first.</summary>
    public IReadOnlyList<TimelineEntryView> ShownEntries() => Erasure?.Entries ?? Entries;

    /// <summary>How many notices of what is to be supplemented were told.</summary>
    public int Supplements() => Told(nameof(Domain.Cases.Steps.SupplementRequested));

    /// <summary>Whether the applicant is asked to rate it.</summary>
    public bool InvitesEvaluation() => Told(nameof(Domain.Cases.Steps.EvaluationInvited)) > 0;

    public bool AwaitsSupplement() => Summary.Stage.Code == StageCodes.SupplementRequested;

    public bool IsClosed() => Summary.Stage.Code
        is StageCodes.NotAccepted or StageCodes.NotRequired or StageCodes.Withdrawn or StageCodes.Delivered or StageCodes.Evaluated;

    /// <summary>One that was filed elsewhere, of which the competent stamp tells for the first time.</summary>
    public static RemoteCase Told(Envelope envelope, ApplicationView view) => new(
        envelope.Number,
        Competent: envelope.From,
        Via: envelope.To,
        Filed: false,
        Instant.FromDateTimeOffset(view.ReceivedAt),
        HandedOver: true,
        [],
        SummaryOf(view),
        view,
        []);

    /// <summary>Without the person.</summary>
    public RemoteCase Erased(HandedErasure erasure) => this with
    {
        View = null,
        Entries = [],
        Summary = SummaryOf(erasure.View),
        Erasure = erasure,
    };

    /// <summary>After a notice. What was told already on another route, or is older, changes nothing of where the application stands.</summary>
    public RemoteCase After(HandedNotice notice, DepartmentKey? asked)
    {
        var latest = Entries.Count == 0 ? 0 : Entries[^1].Sequence;
        var view = notice.Entry.Sequence >= latest ? notice.View : View ?? notice.View;
        return this with
        {
            View = view,
            Summary = SummaryOf(view),
            Entries = [.. Entries.Append(notice.Entry).DistinctBy(entry => entry.Sequence).OrderBy(entry => entry.Sequence)],
            Tasks = asked is null || Tasks.Contains(asked) ? Tasks : [.. Tasks, asked],
            HandedOver = true,
        };
    }

    /// <summary>One line of what is seen.</summary>
    public static ApplicationSummary SummaryOf(ApplicationView view) => new(
        view.Number,
        view.Item.NameZh,
        view.Item.NameEn,
        view.Province,
        view.Stage,
        view.ReceivedAt,
        view.PromisedDueOn,
        view.Colour,
        view.Failure is not null);

    private int Told(string step) => Entries.Count(entry => string.Equals(entry.Step.Code, step, StringComparison.OrdinalIgnoreCase));
}
