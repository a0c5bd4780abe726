using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.Flow;
using CrossRegion.Orchestrations.Inbox;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>撤回: the applicant took the application back.</summary>
public sealed class WithdrawApplication(CaseStore cases, CaseInbox inbox, IClock clock)
{
    [Function(nameof(WithdrawApplication))]
    public async Task<Taken> RunAsync([ActivityTrigger] CaseReference reference, CancellationToken cancellation)
    {
        var entry = await inbox.FindAsync(reference.Number, InboxSlot.Withdrawn, cancellation);
        var reason = entry?.Event is ApplicationWithdrawn withdrawn ? withdrawn.Data.Reason : string.Empty;
        await cases.StopReviewsAsync(reference.Number, [ReviewState.Waiting, ReviewState.Requested], clock, cancellation);
        var taken = await cases.TakeAsync(
            reference.Number, _ => new Withdrawn(clock.GetCurrentInstant(), CaseActors.Applicant, reason), cancellation);
        return taken.Told();
    }
}
