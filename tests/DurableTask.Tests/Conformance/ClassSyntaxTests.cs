using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class ClassSyntaxTests
{
    [Fact]
    public async Task Classes_run_under_the_names_of_their_attributes_or_their_own()
    {
        await using var engine = await StartAsync();
        (await engine.RunAsync("greet-everybody", new[] { "成都", "Chongqing" })).ReadOutputAs<string[]>()
            .ShouldBe(["Hello 成都!", "Hello Chongqing!"]);
    }

    [Fact]
    public async Task A_class_calls_a_class_as_its_sub_orchestration_and_waits_for_events()
    {
        await using var engine = await StartAsync();
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Doubling), 5, new StartOrchestrationOptions("double"));
        await engine.WaitAsync("double/1", "the child", metadata => metadata.IsRunning);
        await engine.Client.RaiseEventAsync("double/1", "factor", 2);
        (await engine.EndOfAsync(id)).ReadOutputAs<int>().ShouldBe(15);
    }

    [Fact]
    public async Task Activities_get_their_services_and_each_call_its_own_object()
    {
        await using var engine = await StartAsync();
        (await engine.RunAsync(nameof(CountTwice))).ReadOutputAs<int[]>().ShouldBe([1, 1]);
    }

    [Fact]
    public async Task A_class_fails_and_retries_like_a_function()
    {
        await using var engine = await StartAsync();
        (await engine.RunAsync(nameof(Stubborn), 3)).ReadOutputAs<string>().ShouldBe("after 3");
        (await engine.RunAsync(nameof(Stubborn), 9)).FailureDetails!.InnerFailure!.ErrorMessage.ShouldBe("attempt 3");
    }

    [Fact]
    public async Task An_input_of_another_type_is_refused()
    {
        ITaskActivity greet = new Greet();
        await Should.ThrowAsync<ArgumentException>(() => greet.RunAsync(null!, 5));
        greet.InputType.ShouldBe(typeof(string));
        greet.OutputType.ShouldBe(typeof(string));
    }

    private static Task<TestEngine> StartAsync() => TestEngine.StartAsync(
        tasks => tasks
            .AddOrchestrator<GreetEverybody>()
            .AddOrchestrator<Doubling>()
            .AddOrchestrator<Multiply>()
            .AddOrchestrator<CountTwice>()
            .AddOrchestrator<Stubborn>()
            .AddActivity<Greet>()
            .AddActivity<Count>()
            .AddActivity<Fail>(),
        services: services => services.AddSingleton<Attempts>(),
        time: new ManualTime(isHurried: true));

    [DurableTask("greet-everybody")]
    private sealed class GreetEverybody : TaskOrchestrator<string[], List<string>>
    {
        public override async Task<List<string>> RunAsync(TaskOrchestrationContext context, string[] input)
        {
            var greetings = new List<string>();
            foreach (var name in input)
            {
                greetings.Add(await context.CallActivityAsync<string>(nameof(Greet), name));
            }

            return greetings;
        }
    }

    private sealed class Doubling : TaskOrchestrator<int, int>
    {
        public override async Task<int> RunAsync(TaskOrchestrationContext context, int input) => input + await context.CallSubOrchestratorAsync<int>(
            nameof(Multiply), input, new SubOrchestrationOptions(instanceId: $"{context.InstanceId}/1"));
    }

    private sealed class Multiply : TaskOrchestrator<int, int>
    {
        public override async Task<int> RunAsync(TaskOrchestrationContext context, int input) =>
            input * await context.WaitForExternalEvent<int>("factor");
    }

    private sealed class CountTwice : TaskOrchestrator<object?, int[]>
    {
        public override async Task<int[]> RunAsync(TaskOrchestrationContext context, object? input) =>
            [await context.CallActivityAsync<int>(nameof(Count)), await context.CallActivityAsync<int>(nameof(Count))];
    }

    private sealed class Stubborn : TaskOrchestrator<int, string>
    {
        public override Task<string> RunAsync(TaskOrchestrationContext context, int input) => context.CallActivityAsync<string>(
            nameof(Fail), input, TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromSeconds(1))));
    }

    private sealed class Greet : TaskActivity<string, string>
    {
        public override Task<string> RunAsync(TaskActivityContext context, string input) => Task.FromResult($"Hello {input}!");
    }

    private sealed class Count : TaskActivity<object?, int>
    {
        private int _calls;

        public override Task<int> RunAsync(TaskActivityContext context, object? input) => Task.FromResult(++_calls);
    }

    private sealed class Fail(Attempts attempts) : TaskActivity<int, string>
    {
        public override Task<string> RunAsync(TaskActivityContext context, int input) =>
            attempts.Next(context.InstanceId) is var attempt && attempt < input
                ? throw new InvalidOperationException($"attempt {attempt}")
                : Task.FromResult($"after {attempt}");
    }

    private sealed class Attempts
    {
        private readonly Dictionary<string, int> _made = [];

        public int Next(string instanceId)
        {
            lock (_made)
            {
                return _made[instanceId] = _made.GetValueOrDefault(instanceId) + 1;
            }
        }
    }
}
