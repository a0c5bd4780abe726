using CrossRegion.Domain.Cases;
using CrossRegion.Orchestrations.Activities;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>
/// One application from receipt to evaluation: 预审 → 补正 → 受理 → 审查 → 决定 → 办结 → 制证 → 送达 → 评价 (行政许可法 ch. 4).
/// </summary>
/// <remarks>
/// The case in the document store is the truth; this only decides what comes next. Every step that was taken before, by this
/// generation or an earlier one, answers again without being done again, so a new generation goes through the same page from the top.
/// </remarks>
public static class HandleApplication
{
    [Function(nameof(HandleApplication))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, CaseReference reference)
    {
        try
        {
            var plan = await context.CallActivityAsync<HandlingPlan>(nameof(OpenCase), reference);
            var steps = new CaseSteps(context, reference, plan.Retry);
            steps.Publish(plan.OpenPublications);
            await HandleAsync(context, reference, plan, steps);
            await steps.EverybodyToldAsync();
        }
        catch (TaskFailedException failure)
        {
            await context.CallActivityAsync(nameof(RecordFailure), FailureReport.Of(reference, failure));
            throw;
        }
    }

    private static async Task HandleAsync(TaskOrchestrationContext context, CaseReference reference, HandlingPlan plan, CaseSteps steps)
    {
        if (plan.Withdrawn)
        {
            await WithdrawAsync(steps);
            return;
        }

        var withdrawn = context.WaitForExternalEvent<string>(Signals.Withdrawn);

        // 预审, 补正: everything missing is told at one time (art. 32).
        var examined = await PreReviewAsync(context, reference, plan, steps);
        while (examined.Deficient)
        {
            var notice = await steps.TakeAsync<Notified>(nameof(RequestSupplement));
            if (notice.TooLate)
            {
                break; // 视为受理 (art. 32(4))
            }

            if (!await SupplementAsync(context, reference, notice, steps, withdrawn))
            {
                await (withdrawn.IsCompleted ? WithdrawAsync(steps) : RefuseAsync(steps));
                return;
            }

            examined = await PreReviewAsync(context, reference, plan, steps);
        }

        if (withdrawn.IsCompleted)
        {
            await WithdrawAsync(steps);
            return;
        }

        // 不受理, 不予受理 (art. 32(1), 32(2)) or 受理 (art. 32(5)).
        if (!examined.Acceptable)
        {
            await RefuseAsync(steps);
            return;
        }

        var accepted = await steps.TakeAsync<AcceptedPlan>(nameof(AcceptApplication));

        // 审查: every department at once, as far as they do not wait for each other (art. 26).
        if (!await new ParallelReview(context, reference, plan.Retry, steps, accepted.Reviews).RunAsync(withdrawn) || withdrawn.IsCompleted)
        {
            await WithdrawAsync(steps);
            return;
        }

        // 决定, 办结, 制证, 送达 (art. 38, 39, 44).
        var settled = await steps.TakeAsync<Settled>(nameof(DecideApplication));
        while (settled.Outcome is null)
        {
            // 特别程序: its end is awaited (art. 45).
            if (settled.Withdrawn || await Task.WhenAny(context.WaitForExternalEvent<string>(Signals.ProcedureEnded), withdrawn) == withdrawn)
            {
                await WithdrawAsync(steps);
                return;
            }

            settled = await steps.TakeAsync<Settled>(nameof(DecideApplication));
        }

        await steps.TakeAsync(nameof(ConcludeApplication));
        if (settled.Outcome == DecisionOutcome.Granted)
        {
            await steps.TakeAsync(nameof(IssueCertificate));
        }

        await steps.TakeAsync(nameof(DeliverResult));
        await steps.TakeAsync(nameof(InviteEvaluation));
    }

    /// <summary>What the authorities hold is looked up and never asked for; the rest is examined.</summary>
    private static async Task<Examined> PreReviewAsync(TaskOrchestrationContext context, CaseReference reference, HandlingPlan plan, CaseSteps steps)
    {
        await Task.WhenAll(plan.LookUps.Select(
            code => context.CallActivityAsync(nameof(LookUpSharedData), new LookUpReference(reference.Number, code), plan.Retry.Options())));
        return await steps.TakeAsync<Examined>(nameof(PreReviewApplication));
    }

    /// <summary>True when the supplement is in; false when its time ran out or the applicant withdrew.</summary>
    private static async Task<bool> SupplementAsync(
        TaskOrchestrationContext context, CaseReference reference, Notified notice, CaseSteps steps, Task withdrawn)
    {
        using var done = new CancellationTokenSource();
        var lapsed = context.CreateTimer(notice.Until, done.Token);
        while (!await TakeSupplementAsync())
        {
            var signal = context.WaitForExternalEvent<string>(Signals.Supplemented, done.Token);
            var first = await Task.WhenAny(signal, lapsed, withdrawn);
            if (first != signal)
            {
                var inTime = first == lapsed && await TakeSupplementAsync();
                done.Cancel();
                return inTime;
            }
        }

        done.Cancel();
        return true;

        Task<bool> TakeSupplementAsync() =>
            context.CallActivityAsync<bool>(nameof(TakeSupplement), new SupplementReference(reference.Number, notice.Round));
    }

    private static async Task RefuseAsync(CaseSteps steps)
    {
        await steps.TakeAsync(nameof(RefuseAcceptance));
        await steps.TakeAsync(nameof(InviteEvaluation));
    }

    private static Task WithdrawAsync(CaseSteps steps) => steps.TakeAsync(nameof(WithdrawApplication));
}
