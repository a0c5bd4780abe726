using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class RetryHandlerTests
{
    [Fact]
    public async Task A_handler_decides_about_every_attempt_and_sees_the_failure()
    {
        var runs = 0;
        await using var engine = await TestEngine.StartAsync(
            tasks => tasks
                .AddOrchestratorFunc("Retry", async context =>
                {
                    var seen = new List<string>();
                    var options = TaskOptions.FromRetryHandler(async retry =>
                    {
                        seen.Add($"{retry.LastAttemptNumber} {retry.LastFailure.ErrorMessage} {retry.TotalRetryTime.TotalMinutes}");
                        await retry.OrchestrationContext.CreateTimer(TimeSpan.FromMinutes(1), CancellationToken.None);
                        return retry.LastAttemptNumber < 3;
                    });
                    await context.CallActivityAsync("Fail", options).ShouldFailAsync();
                    return string.Join("; ", seen);
                })
                .AddActivityFunc("Fail", _ => { throw new InvalidOperationException($"failure {Interlocked.Increment(ref runs)}"); }),
            time: new ManualTime(isHurried: true));
        (await engine.RunAsync("Retry")).ReadOutputAs<string>().ShouldBe("1 failure 1 0; 2 failure 2 1; 3 failure 3 2");
    }
}
