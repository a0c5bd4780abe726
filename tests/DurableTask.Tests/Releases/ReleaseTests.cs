using System.Text.Json;
using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.Releases;

/// <summary>
/// A store of every released schema is opened by today's engine, and all that was under way in it comes to its end. With
/// <c>RECORD_RELEASE=name</c> the test run adds the store that today's engine writes, to <c>Releases/Stores/name</c>.
/// </summary>
public sealed class ReleaseTests
{
    private static readonly string Stores = Path.Combine(AppContext.BaseDirectory, "Releases", "Stores");

    public static TheoryData<string> Released => [.. Directory.GetDirectories(Stores).Select(store => Path.GetFileName(store)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Released))]
    public async Task The_store_of_a_release_is_opened_and_resumed(string release)
    {
        using var directory = new TestDirectory();
        foreach (var file in Directory.GetFiles(Path.Combine(Stores, release)))
        {
            File.Copy(file, Path.Combine(directory.Path, Path.GetFileName(file)));
        }

        await ResumeAsync(directory);
    }

    [Fact]
    public async Task The_store_that_this_version_leaves_behind_is_opened_and_resumed()
    {
        using var directory = new TestDirectory();
        await Recording.MakeAsync(directory);
        if (Environment.GetEnvironmentVariable("RECORD_RELEASE") is { Length: > 0 } release)
        {
            Keep(directory, release);
        }

        await ResumeAsync(directory);
    }

    private static void Keep(TestDirectory directory, string release)
    {
        var tests = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(tests.FullName, "CrossRegion.sln")))
        {
            tests = tests.Parent ?? throw new InvalidOperationException($"{AppContext.BaseDirectory} is not below the solution.");
        }

        var store = Path.Combine(tests.FullName, "tests", "DurableTask.Tests", "Releases", "Stores", release);
        Directory.CreateDirectory(store);
        foreach (var file in Directory.GetFiles(directory.Path, "*.db*"))
        {
            File.Copy(file, Path.Combine(store, Path.GetFileName(file)), overwrite: true);
        }
    }

    private static async Task ResumeAsync(TestDirectory directory)
    {
        var time = new ManualTime();
        await using var engine = await Recording.OpenAsync(directory, time, new HeldTurns(), outage: false);
        foreach (var place in Recording.Places)
        {
            await CheckWhatHasEndedAsync(engine, place);
            await CheckWhatGoesOnByItselfAsync(engine, place);
        }

        // The timers of an hour, the pause of the retry and the start at three o'clock.
        time.Advance(TimeSpan.FromHours(3));
        foreach (var place in Recording.Places)
        {
            await CheckWhatWaitedForTheClockAsync(engine, place);
            await CheckWhatWaitsForEventsAsync(engine, place);
        }

        var unfinished = engine.Client.GetAllInstancesAsync(
            new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Suspended]));
        await foreach (var left in unfinished)
        {
            left.ToString().ShouldBeNull();
        }
    }

    private static async Task CheckWhatHasEndedAsync(TestEngine engine, string place)
    {
        var completed = (await engine.Client.GetInstanceAsync($"{place}-completed", true)).ShouldNotBeNull();
        completed.ReadOutputAs<string>().ShouldBe("echo 我的申请");
        completed.ReadInputAs<string>().ShouldBe("我的申请");
        completed.ReadCustomStatusAs<JsonElement>().GetProperty("step").GetString().ShouldBe("done");
        completed.Tags["事项"].ShouldBe("企业迁移");
        completed.CreatedAt.ShouldBe(new DateTimeOffset(2026, 1, 5, 1, 0, 0, TimeSpan.Zero));

        var failed = (await engine.Client.GetInstanceAsync($"{place}-failed", true)).ShouldNotBeNull();
        failed.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
        var failure = failed.FailureDetails.ShouldNotBeNull();
        failure.InnerFailure.ShouldNotBeNull().ErrorMessage.ShouldBe("broken");
        var cause = failure.InnerFailure.InnerFailure.ShouldNotBeNull();
        cause.ErrorType.ShouldBe("System.ArgumentException");
        cause.Properties.ShouldBe(new FailureProperties().GetExceptionProperties(new ArgumentException()));

        await engine.Client.RewindInstanceAsync(failed.InstanceId, "the outage is over");
        (await engine.EndOfAsync(failed.InstanceId)).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);

        var terminated = (await engine.Client.GetInstanceAsync($"{place}-terminated", true)).ShouldNotBeNull();
        terminated.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Terminated);
        terminated.ReadOutputAs<string>().ShouldBe("stopped");
    }

    private static async Task CheckWhatGoesOnByItselfAsync(TestEngine engine, string place)
    {
        (await OutputAsync(engine, $"{place}-told")).ShouldBe("told before the crash");
        (await OutputAsync(engine, $"{place}-unstarted")).ShouldBe("echo again");
        (await OutputAsync(engine, $"{place}-working")).ShouldBe("quick first, slow then");
    }

    private static async Task CheckWhatWaitedForTheClockAsync(TestEngine engine, string place)
    {
        (await OutputAsync(engine, $"{place}-later")).ShouldBe("told before the start");
        (await OutputAsync(engine, $"{place}-retrying")).ShouldBe("repaired");
        var timer = await engine.EndOfAsync($"{place}-timer");
        timer.ReadOutputAs<Guid>().ShouldBe(timer.ReadCustomStatusAs<Guid>());
    }

    private static async Task CheckWhatWaitsForEventsAsync(TestEngine engine, string place)
    {
        var client = engine.Client;
        await client.RaiseEventAsync($"{place}-waiting", "DECISION", "yes");
        (await OutputAsync(engine, $"{place}-waiting")).ShouldBe("yes");

        await client.RaiseEventAsync($"{place}-half", "first", "came late");
        (await OutputAsync(engine, $"{place}-half")).ShouldBe("came late, came first");

        (await client.GetInstanceAsync($"{place}-suspended"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Suspended);
        await client.ResumeInstanceAsync($"{place}-suspended", "back");
        (await OutputAsync(engine, $"{place}-suspended")).ShouldBe("told while suspended");

        await client.RaiseEventAsync($"{place}-parent-neighbour", "second", "from the client");
        (await OutputAsync(engine, $"{place}-parent-neighbour")).ShouldBe("from the parent, from the client");
        await client.RaiseEventAsync($"{place}-parent-left", "decision", "left");
        await client.RaiseEventAsync($"{place}-parent-right", "decision", "right");
        (await OutputAsync(engine, $"{place}-parent")).ShouldBe("left, right");

        await client.RaiseEventAsync($"{place}-counting", "next", "c");
        await client.RaiseEventAsync($"{place}-counting", "next", "d");
        (await engine.EndOfAsync($"{place}-counting")).ReadOutputAs<int>().ShouldBe(2);
    }

    private static async Task<string?> OutputAsync(TestEngine engine, string instanceId) =>
        (await engine.EndOfAsync(instanceId)).ReadOutputAs<string>();
}
