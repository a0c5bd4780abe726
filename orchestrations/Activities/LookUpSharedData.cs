using CrossRegion.Domain.Cases;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Effects;
using CrossRegion.Orchestrations.Flow;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>数据共享: asks the authorities for what they hold, once (政务数据共享条例 art. 19).</summary>
public sealed class LookUpSharedData(CaseStore cases, EffectLedger effects, ISharedDataProvider provider)
{
    [Function(nameof(LookUpSharedData))]
    public async Task RunAsync([ActivityTrigger] LookUpReference reference, CancellationToken cancellation)
    {
        var subject = await cases.GetAsync(reference.Number, cancellation);
        var holder = subject.Applicant.Identifier ?? throw new InvalidOperationException($"the applicant of {reference.Number} is erased");
        var query = new SharedDataQuery(
            $"{reference.Number}:{reference.LookUp}",
            reference.LookUp,
            CodeOf(holder.Kind),
            holder.Value,
            subject.Item.Value);
        await effects.RunAsync(
            reference.Number,
            EffectKey(reference.LookUp),
            token => provider.FindAnswerAsync(query, token),
            token => provider.QueryAsync(query, token),
            cancellation);
    }

    /// <summary>The effect's key in the case's ledger.</summary>
    public static string EffectKey(string lookUp) => $"look-up:{lookUp}";

    private static string CodeOf(HolderKind kind) => kind == HolderKind.ResidentId ? "resident-id" : "uscc";
}
