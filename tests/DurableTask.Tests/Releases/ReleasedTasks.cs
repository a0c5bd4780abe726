using Microsoft.DurableTask;

namespace CrossRegion.DurableTask.Tests.Releases;

/// <summary>
/// The tasks of the recorded stores. Stores of old releases hold histories of them: what stands here stays as it is, and
/// what a later release is to show is added.
/// </summary>
/// <param name="outage">While a store is recorded: slow work never ends, and flaky work fails.</param>
internal sealed class ReleasedTasks(bool outage)
{
    private readonly TaskCompletionSource<string> _never = new();

    public void Register(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<string, string>("Echo", (context, input) =>
        {
            context.SetCustomStatus(new { step = "done", input });
            return Task.FromResult($"echo {input}");
        })
        .AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<string>("decision"))
        .AddOrchestratorFunc("WaitTwice", async context =>
            $"{await context.WaitForExternalEvent<string>("first")}, {await context.WaitForExternalEvent<string>("second")}")
        .AddOrchestratorFunc("Ring", async context =>
        {
            var key = context.NewGuid();
            context.SetCustomStatus(key);
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return key;
        })
        .AddOrchestratorFunc("Work", async context =>
            $"{await context.CallActivityAsync<string>("Quick", "first")}, {await context.CallActivityAsync<string>("Slow", "then")}")
        .AddOrchestratorFunc("Try", context => context.CallActivityAsync<string>(
            "Flaky", options: TaskOptions.FromRetryPolicy(new RetryPolicy(maxNumberOfAttempts: 3, firstRetryInterval: TimeSpan.FromMinutes(30)))))
        .AddOrchestratorFunc("Fail", context => context.CallActivityAsync("Break", "the reason"))
        .AddOrchestratorFunc("Parent", async context =>
        {
            context.SendEvent($"{context.InstanceId}-neighbour", "first", "from the parent");
            var children = new[] { "left", "right" }.Select(side => context.CallSubOrchestratorAsync<string>(
                "Wait", options: new SubOrchestrationOptions(instanceId: $"{context.InstanceId}-{side}")));
            return string.Join(", ", await Task.WhenAll(children));
        })
        .AddOrchestratorFunc<int, int>("Count", async (context, count) =>
        {
            await context.WaitForExternalEvent<string>("next");
            if (count < 2)
            {
                context.ContinueAsNew(count + 1);
            }

            return count;
        })
        .AddActivityFunc<string, string>("Quick", (_, input) => $"quick {input}")
        .AddActivityFunc<string, string>("Slow", (_, input) => outage ? _never.Task : Task.FromResult($"slow {input}"))
        .AddActivityFunc<string>("Flaky", _ => outage ? throw new InvalidOperationException("out of order") : "repaired")
        .AddActivityFunc<string>("Break", (_, input) =>
        {
            if (outage)
            {
                throw new InvalidOperationException("broken", new ArgumentException(input));
            }
        });
}
