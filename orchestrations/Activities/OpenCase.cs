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
        return new HandlingPlan(
            PreReview.LookUps(catalogue.Get(subject.Item, subject.ItemVersion)),
            subject.Decision is null && await inbox.FindAsync(reference.Number, InboxSlot.Withdrawn, cancellation) is not null,
            await cases.OpenPublicationsAsync(reference.Number, cancellation),
            retry);
    }
}
