using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Effects;
using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.Inbox;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>
/// 身份核验 (国办发〔2020〕35号): asks the authorities, once, whether they know the applicant of an application that is received here for another
/// province.
/// </summary>
public sealed class CheckIdentity(CaseInbox inbox, EffectLedger effects, ISharedDataProvider provider)
{
    [Function(nameof(CheckIdentity))]
    public async Task<bool> RunAsync([ActivityTrigger] ApplicationNumber number, CancellationToken cancellation)
    {
        var entry = await inbox.FindAsync(number, InboxSlot.Submitted, cancellation);
        if (entry?.Event is not ApplicationSubmitted { Data: { Applicant.Identifier: { } holder } data })
        {
            throw new InvalidDataException($"{number} has no applicant in its inbox");
        }

        var (item, kind) = holder.Kind == HolderKind.ResidentId ? ("resident-identity", "resident-id") : ("business-licence", "uscc");
        var query = new SharedDataQuery($"{number}:identity", item, kind, holder.Value, data.Item.Value);
        var answer = await effects.RunAsync(
            number,
            LookUpSharedData.EffectKey("identity"),
            token => provider.FindAnswerAsync(query, token),
            token => provider.QueryAsync(query, token),
            cancellation);
        return answer?.Found == true;
    }
}
