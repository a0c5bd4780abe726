using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.Inbox;
using NodaTime;

namespace CrossRegion.Orchestrations.Limits;

/// <summary>The steps that departments' events take on the clocks: special procedures (行政许可法 art. 45) and extensions (art. 42).</summary>
internal static class LimitSteps
{
    /// <summary>Null for an event that is about something else.</summary>
    /// <param name="incoming">The event.</param>
    /// <param name="slot">Its place in the inbox, which says which special procedure it is about.</param>
    /// <param name="at">When the event came in: the legal day is that one, whenever it is taken over.</param>
    /// <param name="rules">Those of the case.</param>
    public static CaseStep? Of(IncomingEvent? incoming, string slot, Instant at, TimeRules rules)
    {
        var lead = rules.Item.Lead.Key.Value;
        return incoming switch
        {
            ProcedureStarted { Data: var data } => new SpecialProcedureStarted(
                at,
                lead,
                data.Ground,
                InboxSlot.ProcedureNumber(slot),
                new TimeLimit(data.WorkingDays, LimitUnit.WorkingDay, LicensingLaw.Exclusion),
                data.Document),
            ProcedureEnded { Data: var data } => new SpecialProcedureEnded(at, lead, InboxSlot.ProcedureNumber(slot), data.Document),
            ExtensionApproved { Data: var data } => new LimitExtended(
                at,
                lead,
                new TimeLimit(data.Amount, rules.Item.Limits.Statutory.Unit, rules.Item.Limits.Extension?.Basis ?? LicensingLaw.Decision),
                data.Approver,
                data.Reason,
                data.Document),
            _ => null,
        };
    }
}
