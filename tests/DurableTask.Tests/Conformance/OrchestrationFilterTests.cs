using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
#pragma warning disable CS0618 // The filter is experimental in the official SDK, and part of it.
public sealed class OrchestrationFilterTests
{
    [Theory]
    [InlineData("Wait", null, true)]
    [InlineData("Other", null, false)]
    [InlineData(null, "true", true)]
    [InlineData(null, "false", false)]
    public async Task What_the_filter_refuses_by_name_or_tag_waits_and_goes_on_when_it_lets_it(string? name, string? tag, bool isHeld)
    {
        var filter = new Filter();
        await using var engine = await TestEngine.StartAsync(
            tasks => tasks.AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<string>("go")),
            builder: worker => worker.UseOrchestrationFilter(filter));
        var options = new StartOrchestrationOptions { Tags = new Dictionary<string, string> { ["test"] = "true" } };
        var first = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait", options);
        await engine.Client.RaiseEventAsync(first, "go", "through");
        (await engine.EndOfAsync(first)).ReadOutputAs<string>().ShouldBe("through");

        (filter.Name, filter.Tag) = (name, tag);
        var second = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait", options);
        await (isHeld ? filter.Refused.Task : engine.StartOfAsync(second));
        (await engine.Client.GetInstanceAsync(second))!.RuntimeStatus
            .ShouldBe(isHeld ? OrchestrationRuntimeStatus.Pending : OrchestrationRuntimeStatus.Running);

        (filter.Name, filter.Tag) = (null, null);
        await engine.Client.RaiseEventAsync(second, "go", "later");
        (await engine.EndOfAsync(second)).ReadOutputAs<string>().ShouldBe("later");
    }

    [Fact]
    public async Task A_filter_that_throws_fails_what_it_was_asked_about_and_nothing_else()
    {
        await using var engine = await TestEngine.StartAsync(
            tasks => tasks.AddOrchestratorFunc("Throw", _ => Task.CompletedTask).AddOrchestratorFunc("Other", _ => Task.CompletedTask),
            builder: worker => worker.UseOrchestrationFilter<ThrowingFilter>());
        (await engine.RunAsync("Throw")).FailureDetails!.ErrorMessage.ShouldBe("Throw");
        (await engine.RunAsync("Other")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
    }

    private sealed class Filter : IOrchestrationFilter
    {
        public string? Name { get; set; }

        public string? Tag { get; set; }

        public TaskCompletionSource Refused { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async ValueTask<bool> IsOrchestrationValidAsync(OrchestrationFilterParameters info, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            var refuses = info.Name == Name || info.Tags!["test"] == Tag;
            if (refuses)
            {
                Refused.TrySetResult();
            }

            return !refuses;
        }
    }

    private sealed class ThrowingFilter : IOrchestrationFilter
    {
        public ValueTask<bool> IsOrchestrationValidAsync(OrchestrationFilterParameters info, CancellationToken cancellationToken = default) =>
            info.Name == "Throw" ? throw new InvalidOperationException(info.Name) : ValueTask.FromResult(true);
    }
}
#pragma warning restore CS0618
