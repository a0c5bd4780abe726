using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Inbox;
using CrossRegion.Orchestrations.Operations;
using NodaTime;

namespace CrossRegion.Orchestrations.Limits;

/// <summary>
/// Takes the steps that are due in a case because time has passed. Timers, the sweep and whoever is about to act on a case call it; the
/// steps' keys see to it that each is taken once.
/// </summary>
public sealed class CaseLimits(CaseStore cases, CaseInbox inbox, CaseTime time, CaseReplay replay, IClock clock)
{
    /// <summary>How long is waited for what came in and is not in the case yet.</summary>
    private static readonly Duration Patience = Duration.FromMinutes(1);

    /// <summary>Steps that no orchestration of the handling takes, so that whoever watches the limits has to tell of them, by their keys.</summary>
    private static readonly string[] Own = ["rung:", "special-procedure-", "limit"];

    /// <exception cref="KeyNotFoundException">There is no such case.</exception>
    public async Task<SettledLimits> SettleAsync(ApplicationNumber number, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var subject = await cases.GetAsync(number, cancellation);
        if (time.DueStep(subject, now) is not null && await IsBehindAsync(subject, cancellation))
        {
            return new SettledLimits((now + Patience).ToDateTimeUtc(), Over: false, []);
        }

        while (time.DueStep(subject, now) is not null)
        {
            subject = (await cases.TakeAsync(number, before => time.DueStep(before, now), cancellation)).Case;
        }

        if (IsHeldUpNoMore(subject))
        {
            await GoOnAsync(number, cancellation);
        }

        var publications = subject.Steps.Keys.Any(IsOwn) ? await cases.OpenPublicationsAsync(subject, IsOwn, cancellation) : [];
        var next = time.NextAt(subject, now);
        return new SettledLimits(next?.ToDateTimeUtc(), next is null && subject.IsClosed && publications.Count == 0, publications);
    }

    private async Task GoOnAsync(ApplicationNumber number, CancellationToken cancellation)
    {
        try
        {
            await replay.ReplayAsync(number, "逾期未一次性告知,视为受理(行政许可法第三十二条)", cancellation, CaseActors.System);
        }
        catch (IllegalStepException)
        {
            // Somebody else has just let it go on.
        }
    }

    private static bool IsOwn(string stepKey) => Own.Any(prefix => stepKey.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>
    /// What came in within the limit makes nobody late, even if it is taken over after it. A case that has failed takes nothing over, and
    /// is not waited for.
    /// </summary>
    private async Task<bool> IsBehindAsync(Case subject, CancellationToken cancellation) =>
        subject.Failure is null && await inbox.HasNewsAsync(subject, cancellation);

    /// <summary>It failed before it was accepted by law; what it failed at is not needed any more.</summary>
    private static bool IsHeldUpNoMore(Case subject) =>
        subject is { Failure: not null, Acceptance.Deemed: true }
        && subject.Steps["accepted"] > subject.Steps.GetValueOrDefault($"handling-failed:{subject.Generation}");
}
