using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.Flow;
using CrossRegion.Orchestrations.Inbox;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>补正: takes over what the applicant handed in, if it is there.</summary>
public sealed class TakeSupplement(CaseStore cases, CaseInbox inbox)
{
    [Function(nameof(TakeSupplement))]
    public async Task<bool> RunAsync([ActivityTrigger] SupplementReference reference, CancellationToken cancellation)
    {
        if (await inbox.FindAsync(reference.Number, InboxSlot.Supplement(reference.Round), cancellation) is not { Event: ApplicationSupplemented supplement } entry)
        {
            return false;
        }

        await cases.TakeAsync(
            reference.Number,
            _ => new Supplemented(entry.ReceivedAt, CaseActors.Applicant, reference.Round, supplement.Data.Materials),
            cancellation);
        return true;
    }
}
