using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.Flow;
using CrossRegion.Orchestrations.Limits;
using CrossRegion.Orchestrations.Operations;
using CrossRegion.Orchestrations.Stamps;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrossRegion.Orchestrations.Inbox;

/// <summary>Tells the right orchestration of what is in an inbox. Doing it twice does no harm.</summary>
public sealed partial class InboxDispatcher(
    CaseStore cases, CaseInbox inbox, RemoteCases remotes, CaseTime time, LimitWatch watch, RetryPlan retry, IClock clock, ILogger<InboxDispatcher> logger)
{
    /// <exception cref="InvalidDataException">There is no such entry.</exception>
    public async Task DispatchAsync(InboxMessage message, DurableTaskClient client, CancellationToken cancellation)
    {
        var (number, slot) = message;
        var entry = await inbox.FindAsync(number, slot, cancellation)
            ?? throw new InvalidDataException($"{number} has nothing in its inbox under {slot}");
        if (await remotes.FindAsync(number, cancellation) is { } elsewhere)
        {
            if (elsewhere.Case.Erasure is null)
            {
                await DispatchElsewhereAsync(number, slot, client, cancellation);
            }

            await inbox.MarkTakenUpAsync(number, slot, cancellation);
            return;
        }

        var subject = await cases.GetAsync(number, cancellation);
        if (subject.ErasedAt is not null)
        {
            await inbox.MarkTakenUpAsync(number, slot, cancellation); // it came before, and there is nobody left whom it could be about
            return;
        }

        var reference = new CaseReference(number, subject.Generation);
        IReadOnlyList<Fault>? refused = null;
        switch (entry.Event)
        {
            case null:
                await GenerationChange.EndAsync(reference with { Generation = reference.Generation - 1 }, subject, client, cancellation);
                await StartAsync(reference, client, cancellation);
                break;
            case ApplicationSubmitted:
                await watch.WakeAsync(number, client, cancellation);
                await StartAsync(reference, client, cancellation);
                break;
            case ProcedureStarted or ProcedureEnded or ExtensionApproved:
                refused = await ChangeLimitsAsync(reference, entry, client, cancellation);
                break;
            case ApplicationSupplemented:
                await client.RaiseEventAsync(reference.InstanceId, Signals.Supplemented, slot, cancellation);
                break;
            case ApplicationWithdrawn:
                await client.RaiseEventAsync(reference.InstanceId, Signals.Withdrawn, slot, cancellation);
                break;
            case Events.ReviewDecided decided:
                await client.RaiseEventAsync(reference.ReviewInstanceId(decided.Data.Department), Signals.ReviewDecided, slot, cancellation);
                break;
            case EvaluationSubmitted evaluation:
                await EvaluateAsync(number, evaluation, cancellation);
                break;
            default:
                throw new InvalidDataException($"nobody waits for a {entry.Event.Type}");
        }

        await inbox.MarkTakenUpAsync(number, slot, cancellation, refused);
    }

    /// <summary>Of an application that another stamp handles: its subscribers are told, its applicant's identity is checked.</summary>
    private async Task DispatchElsewhereAsync(ApplicationNumber number, string slot, DurableTaskClient client, CancellationToken cancellation)
    {
        if (InboxSlot.ToldSequence(slot) is { } sequence)
        {
            var keys = await cases.OpenPublicationsAsync(number, sequence, cancellation);
            await StartAsync(nameof(TellSubscribers), $"{number}.told.{sequence}", new TellReference(number, keys, retry), client, cancellation);
        }
        else if (slot == InboxSlot.Submitted)
        {
            await StartAsync(nameof(ReceiveForAnother), number.Value, new CollectReference(number, retry), client, cancellation);
        }
    }

    /// <summary>
    /// 特别程序, 延长: facts of the case, which whoever watches the limits tells of. What the intake took may be too late by now, as after a
    /// decision; then the entry keeps why.
    /// </summary>
    private async Task<IReadOnlyList<Fault>?> ChangeLimitsAsync(
        CaseReference reference, InboxEntry entry, DurableTaskClient client, CancellationToken cancellation)
    {
        try
        {
            await cases.TakeAsync(
                reference.Number,
                subject => LimitSteps.Of(entry.Event, entry.Slot, entry.ReceivedAt, time.RulesOf(subject)),
                cancellation);
        }
        catch (IllegalStepException illegal)
        {
            LogRefused(illegal, reference.Number, entry.Slot);
            return illegal.Faults;
        }

        await watch.WakeAsync(reference.Number, client, cancellation);
        if (entry.Event is ProcedureEnded)
        {
            await client.RaiseEventAsync(reference.InstanceId, Signals.ProcedureEnded, entry.Slot, cancellation);
        }

        return null;
    }

    [LoggerMessage(2101, LogLevel.Warning, "{Number} could not take over {Slot}, which came in too late; the inbox keeps why")]
    private partial void LogRefused(Exception refused, ApplicationNumber number, string slot);

    private static Task StartAsync(CaseReference reference, DurableTaskClient client, CancellationToken cancellation) =>
        StartAsync(nameof(HandleApplication), reference.InstanceId, reference, client, cancellation);

    private static async Task StartAsync(string orchestrator, string instanceId, object input, DurableTaskClient client, CancellationToken cancellation)
    {
        if (await client.GetInstanceAsync(instanceId, cancellation) is null)
        {
            await client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(instanceId), cancellation);
        }
    }

    /// <summary>评价 comes when the orchestration is over: it is a fact of the case, and nothing has to be done about it.</summary>
    private Task EvaluateAsync(ApplicationNumber number, EvaluationSubmitted evaluation, CancellationToken cancellation) =>
        cases.TakeAsync(
            number,
            _ => new Evaluated(clock.GetCurrentInstant(), CaseActors.Applicant, evaluation.Data.Satisfaction, evaluation.Data.Comment),
            cancellation);
}
