using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Flow;
using CrossRegion.Orchestrations.Inbox;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>What a generation begins with.</summary>
public sealed class OpenCase(CaseStore cases, CaseInbox inbox, ServiceCatalogue catalogue, RetryPlan retry)
{
    [Function(nameof(OpenCase))]
    public async Task<HandlingPlan> RunAsync([ActivityTrigger] CaseReference reference, CancellationToken cancellation)
    {
        var subject = await cases.GetAsync(reference.Number, cancellation);
        var item = catalogue.Get(subject.Item, subject.ItemVersion);

        // Without competence there is no purpose for which anybody's data could be asked for (政务数据共享条例 art. 20).
        // Nor is there one once it is accepted, as by five days of silence (行政许可法 art. 32(4)).
        var lookUps = PreReview.Competence(item, subject) is null && subject.Acceptance is null ? PreReview.LookUps(item) : [];
        var undecided = !subject.IsClosed && subject.Decision is null;
        return new HandlingPlan(
            lookUps,
            subject.WithdrawnAt is not null
            || (undecided && await inbox.FindAsync(reference.Number, InboxSlot.Withdrawn, cancellation) is not null),
            await cases.OpenPublicationsAsync(reference.Number, cancellation),
            retry);
    }
}
