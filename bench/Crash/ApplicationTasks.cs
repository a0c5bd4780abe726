using CrossRegion.Bench.Permit;
using Microsoft.DurableTask;

namespace CrossRegion.Bench.Crash;

/// <summary>
/// The permit workload in the same shape, with a timer before the issue, and with answers that can be told apart: every run
/// of an activity and every decision has a token of its own, and whatever an orchestrator has heard goes into all that
/// follows from it.
/// </summary>
internal sealed class ApplicationTasks(Ledger ledger, Offices offices, int life)
{
    public const string Application = "application";
    public const string Decision = "decision";
    private const string Department = "department";
    private const string Step = "step";
    private const int LongestTimerMs = 200;
    private const int LongestRunMs = 4;

    private int _runs;

    public void Register(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<string, IReadOnlyList<Heard>>(Application, HandleAsync)
        .AddOrchestratorFunc<StepInput, IReadOnlyList<Heard>>(Department, ReviewAsync)
        .AddActivityFunc<StepInput, Heard>(Step, (_, input) => RunAsync(input));

    private static async Task<IReadOnlyList<Heard>> HandleAsync(TaskOrchestrationContext context, string id)
    {
        List<Heard> heard = [];
        heard.Add(await CallAsync(context, new StepInput(id, Steps.Validate, [.. heard])));
        heard.AddRange(await Task.WhenAll(PermitBodies.Shared.Select(
            item => CallAsync(context, new StepInput(id, Steps.Verify(item), [.. heard])))));
        var reviews = await Task.WhenAll(PermitBodies.Departments.Select(department => context.CallSubOrchestratorAsync<List<Heard>>(
            Department, new StepInput(id, department, [.. heard]), new SubOrchestrationOptions(instanceId: new Ticket(id, department).InstanceId))));
        heard.AddRange(reviews.SelectMany(review => review));
        var due = context.CurrentUtcDateTime.AddMilliseconds(Spread(id) * LongestTimerMs);
        await context.CreateTimer(due, CancellationToken.None);
        heard.Add(await CallAsync(context, new StepInput(id, Steps.Issue, [.. heard], due)));
        heard.Add(await CallAsync(context, new StepInput(id, Steps.Notify, [.. heard])));
        return heard;
    }

    /// <returns>The department's own answers, with every decision it heard: it should be one.</returns>
    private static async Task<IReadOnlyList<Heard>> ReviewAsync(TaskOrchestrationContext context, StepInput input)
    {
        List<Heard> own = [];
        own.Add(await CallAsync(context, input with { Step = Steps.Dispatch(input.Step) }));
        own.Add(await context.WaitForExternalEvent<Heard>(Decision));
        own.Add(await CallAsync(context, input with { Step = Steps.Record(input.Step), Heard = [.. input.Heard, .. own] }));
        while (context.WaitForExternalEvent<Heard>(Decision) is { IsCompletedSuccessfully: true } another)
        {
            own.Add(await another);
        }

        return own;
    }

    private static Task<Heard> CallAsync(TaskOrchestrationContext context, StepInput input) => context.CallActivityAsync<Heard>(Step, input);

    private async Task<Heard> RunAsync(StepInput input)
    {
        ledger.Write(LedgerKind.RunBegun, input.Application, input.Step, input.Heard);
        if (input.NotBefore > TimeProvider.System.GetUtcNow().UtcDateTime)
        {
            ledger.Write(LedgerKind.Early, input.Application, input.Step);
        }

        if (input.Step.Split(':') is [_, var department] && input.Step == Steps.Dispatch(department))
        {
            offices.Hand(new Ticket(input.Application, department));
        }
        else
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Spread(input.Application + input.Step) * LongestRunMs));
        }

        var answer = new Heard(input.Step, $"{life}.{Interlocked.Increment(ref _runs)}");
        ledger.Write(LedgerKind.RunEnded, input.Application, input.Step, answer);
        return answer;
    }

    /// <summary>From 0 to 1, always the same for the same text.</summary>
    private static double Spread(string text) => text.Aggregate(17u, (sum, letter) => (sum * 31) + letter) % 1000 / 1000.0;
}
