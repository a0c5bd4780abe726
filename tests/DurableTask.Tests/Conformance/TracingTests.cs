using System.Diagnostics;
using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class TracingTests
{
    [Fact]
    public async Task A_trace_leads_from_the_client_over_the_orchestration_to_the_inside_of_its_activities()
    {
        using var spans = new CollectedSpans();
        OrchestrationMetadata end;
        Activity root;
        await using (var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Permit", async context =>
            {
                await context.CallActivityAsync("Check");
                await context.CallActivityAsync("Check");
            })
            .AddActivityFunc("Check", _ => spans.Start("inside")?.Dispose())))
        {
            using (root = spans.Begin())
            {
                end = await engine.RunAsync("Permit");
            }
        }

        var create = spans.One("create_orchestration:Permit", ActivityKind.Producer);
        ShouldBeUnder(root, create);
        ShouldHaveTags(create, ("durabletask.type", "orchestration"), ("durabletask.task.name", "Permit"), ("durabletask.task.instance_id", end.InstanceId));
        var orchestration = spans.One("orchestration:Permit", ActivityKind.Server);
        ShouldBeUnder(create, orchestration);
        ShouldHaveTags(
            orchestration,
            ("durabletask.type", "orchestration"),
            ("durabletask.task.name", "Permit"),
            ("durabletask.task.instance_id", end.InstanceId),
            ("durabletask.task.status", "Completed"));
        var calls = spans.All("activity:Check", ActivityKind.Client);
        var runs = spans.All("activity:Check", ActivityKind.Server);
        var insides = spans.All("inside");
        calls.Count.ShouldBe(2);
        for (var i = 0; i < 2; i++)
        {
            ShouldBeUnder(orchestration, calls[i]);
            ShouldBeUnder(calls[i], runs[i]);
            ShouldBeUnder(runs[i], insides[i]);
            foreach (var span in new[] { calls[i], runs[i] })
            {
                ShouldHaveTags(
                    span,
                    ("durabletask.type", "activity"),
                    ("durabletask.task.name", "Check"),
                    ("durabletask.task.instance_id", end.InstanceId),
                    ("durabletask.task.task_id", i));
            }

            calls[i].StartTimeUtc.ShouldBeLessThanOrEqualTo(runs[i].StartTimeUtc);
        }
    }

    [Fact]
    public async Task A_failure_marks_every_span_that_it_passes()
    {
        using var spans = new CollectedSpans();
        await using (var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Permit", context => context.CallSubOrchestratorAsync("Review"))
            .AddOrchestratorFunc("Review", context => context.CallActivityAsync("Check"))
            .AddActivityFunc("Check", (Action<TaskActivityContext>)(_ => throw new TimeoutException("no answer")))))
        {
            using (spans.Begin())
            {
                await engine.RunAsync("Permit");
            }
        }

        foreach (var (name, kind) in new[]
        {
            ("activity:Check", ActivityKind.Server),
            ("activity:Check", ActivityKind.Client),
            ("orchestration:Review", ActivityKind.Server),
            ("orchestration:Review", ActivityKind.Client),
            ("orchestration:Permit", ActivityKind.Server),
        })
        {
            var span = spans.One(name, kind);
            span.Status.ShouldBe(ActivityStatusCode.Error);
            span.StatusDescription.ShouldNotBeNull().ShouldContain("no answer");
        }

        spans.One("orchestration:Permit", ActivityKind.Server).GetTagItem("durabletask.task.status").ShouldBe("Failed");
    }

    [Fact]
    public async Task A_sub_orchestration_is_under_its_call()
    {
        using var spans = new CollectedSpans();
        OrchestrationMetadata end;
        await using (var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Permit", context => context.CallSubOrchestratorAsync("Review", new SubOrchestrationOptions(instanceId: "review") { Version = "2.0" }))
            .AddOrchestratorFunc("Review", context => context.CallActivityAsync("Check"))
            .AddActivityFunc("Check", _ => { })))
        {
            using (spans.Begin())
            {
                end = await engine.RunAsync("Permit");
            }
        }

        var call = spans.One("orchestration:Review@(2.0)", ActivityKind.Client);
        ShouldBeUnder(spans.One("orchestration:Permit", ActivityKind.Server), call);
        ShouldHaveTags(call, ("durabletask.type", "orchestration"), ("durabletask.task.name", "Review"), ("durabletask.task.instance_id", end.InstanceId), ("durabletask.task.version", "2.0"));
        var run = spans.One("orchestration:Review@(2.0)", ActivityKind.Server);
        ShouldBeUnder(call, run);
        ShouldHaveTags(run, ("durabletask.task.instance_id", "review"), ("durabletask.task.version", "2.0"));
        ShouldBeUnder(run, spans.One("activity:Check@(2.0)", ActivityKind.Client));
    }

    [Fact]
    public async Task Timers_and_events_are_told_with_time_and_addressee()
    {
        using var spans = new CollectedSpans();
        var time = new ManualTime(isHurried: true);
        OrchestrationMetadata end;
        Activity root;
        await using (var engine = await TestEngine.StartAsync(
            tasks => tasks.AddOrchestratorFunc("Permit", async context =>
            {
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                context.SendEvent("other", "greeting", "hello");
            }),
            time: time))
        {
            using (root = spans.Begin())
            {
                end = await engine.RunAsync("Permit");
                await engine.Client.RaiseEventAsync(end.InstanceId, "late");
                Activity.Current.ShouldBe(root);
            }
        }

        var orchestration = spans.One("orchestration:Permit", ActivityKind.Server);
        var timer = spans.One("orchestration:Permit:timer", ActivityKind.Internal);
        ShouldBeUnder(orchestration, timer);
        ShouldHaveTags(
            timer,
            ("durabletask.type", "timer"),
            ("durabletask.task.name", "Permit"),
            ("durabletask.task.instance_id", end.InstanceId),
            ("durabletask.task.task_id", 0),
            ("durabletask.fire_at", time.GetUtcNow().UtcDateTime.ToString("o", System.Globalization.CultureInfo.InvariantCulture)));
        timer.Duration.ShouldBe(TimeSpan.FromHours(1));
        orchestration.Duration.ShouldBe(TimeSpan.FromHours(1));
        var sent = spans.One("orchestration_event:greeting", ActivityKind.Producer);
        ShouldBeUnder(orchestration, sent);
        ShouldHaveTags(sent, ("durabletask.type", "event"), ("durabletask.task.name", "greeting"), ("durabletask.task.instance_id", end.InstanceId), ("durabletask.event.target_instance_id", "other"));
        var raised = spans.One("orchestration_event:late", ActivityKind.Producer);
        ShouldBeUnder(root, raised);
        ShouldHaveTags(raised, ("durabletask.type", "event"), ("durabletask.task.name", "late"), ("durabletask.event.target_instance_id", end.InstanceId));
    }

    [Fact]
    public async Task A_trace_goes_on_after_a_restart_as_if_there_had_been_none()
    {
        using var directory = new TestDirectory();
        using var spans = new CollectedSpans();
        var time = new ManualTime();
        Action<DurableTaskRegistry> tasks = registry => registry
            .AddOrchestratorFunc("Permit", async context =>
            {
                await context.CallActivityAsync("Check");
                context.SetCustomStatus("checked");
                await context.WaitForExternalEvent<object?>("go");
                await context.CallActivityAsync("Check");
            })
            .AddActivityFunc("Check", _ => { });
        await using (var engine = await TestEngine.StartAsync(tasks, directory, time))
        {
            using (spans.Begin())
            {
                await engine.Client.ScheduleNewOrchestrationInstanceAsync("Permit", new StartOrchestrationOptions("permit"));
            }

            await engine.WaitAsync("permit", "the first activity", metadata => metadata.SerializedCustomStatus is not null);
        }

        time.Advance(TimeSpan.FromHours(3));
        await using (var second = await TestEngine.StartAsync(tasks, directory, time))
        {
            await second.Client.RaiseEventAsync("permit", "go");
            await second.EndOfAsync("permit");
        }

        var orchestration = spans.One("orchestration:Permit", ActivityKind.Server);
        ShouldBeUnder(spans.One("create_orchestration:Permit", ActivityKind.Producer), orchestration);
        orchestration.Duration.ShouldBe(TimeSpan.FromHours(3));
        var calls = spans.All("activity:Check", ActivityKind.Client);
        calls.Count.ShouldBe(2);
        calls.ShouldAllBe(call => call.ParentSpanId == orchestration.SpanId);
    }

    [Fact]
    public async Task A_start_over_ends_one_span_and_begins_another()
    {
        using var spans = new CollectedSpans();
        await using (var engine = await TestEngine.StartAsync(tasks => tasks.AddOrchestratorFunc<bool, bool>("Permit", (context, isSecond) =>
        {
            if (!isSecond)
            {
                context.ContinueAsNew(true);
            }

            return isSecond;
        })))
        {
            using (spans.Begin())
            {
                await engine.RunAsync("Permit", false);
            }
        }

        var runs = spans.All("orchestration:Permit", ActivityKind.Server);
        runs.Select(run => run.GetTagItem("durabletask.task.status")).ShouldBe(["ContinuedAsNew", "Completed"]);
        runs.Select(run => run.SpanId).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_restart_is_traced_as_a_start_and_a_rewound_execution_has_a_span_of_its_own()
    {
        using var spans = new CollectedSpans();
        var heals = false;
        await using (var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Permit", context => context.CallActivityAsync("Check"))
            .AddActivityFunc("Check", _ => heals ? Task.CompletedTask : throw new TimeoutException())))
        {
            using (spans.Begin())
            {
                var end = await engine.RunAsync("Permit");
                heals = true;
                await engine.Client.RewindInstanceAsync(end.InstanceId, "healed");
                await engine.EndOfAsync(end.InstanceId);
                await engine.EndOfAsync(await engine.Client.RestartAsync(end.InstanceId));
            }
        }

        spans.All("create_orchestration:Permit", ActivityKind.Producer).Count.ShouldBe(2);
        var runs = spans.All("orchestration:Permit", ActivityKind.Server);
        runs.Select(run => run.GetTagItem("durabletask.task.status")).ShouldBe(["Failed", "Completed", "Completed"]);
        runs.Select(run => run.SpanId).Distinct().Count().ShouldBe(3);
    }

    private static void ShouldBeUnder(Activity parent, Activity child)
    {
        child.ParentSpanId.ShouldBe(parent.SpanId, $"{child.OperationName} under {parent.OperationName}");
        child.TraceId.ShouldBe(parent.TraceId);
        child.Recorded.ShouldBeTrue();
    }

    private static void ShouldHaveTags(Activity span, params (string Name, object? Value)[] tags)
    {
        foreach (var (name, value) in tags)
        {
            span.GetTagItem(name).ShouldBe(value, $"{name} of {span.OperationName}");
        }
    }
}
