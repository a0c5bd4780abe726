using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.WorkItems;

public sealed class DamagedInstanceTests
{
    private const string Cut = "UPDATE instances SET state = substr(state, 1, length(state) / 2) WHERE id = 'damaged'";

    [Fact]
    public async Task An_instance_that_cannot_be_read_fails_with_the_reason_and_hides_and_stops_no_other()
    {
        using var directory = new TestDirectory();
        await using (var engine = await OpenAsync(directory))
        {
            await StartAsync(engine, "before", "damaged", "after");
        }

        Sql.Execute(directory, Cut);
        await using (var engine = await OpenAsync(directory))
        {
            var ids = await engine.Client.ListInstanceIdsAsync(Enum.GetValues<OrchestrationRuntimeStatus>());
            ids.Values.Order().ShouldBe(["after", "before", "damaged"]);
            ShouldBeSetAside(await engine.EndOfAsync("damaged"));
            await engine.Client.RaiseEventAsync("before", "go", "gone");
            await engine.Client.RaiseEventAsync("after", "go", "gone");
            (await engine.EndOfAsync("before")).ReadOutputAs<string>().ShouldBe("named gone");
            (await engine.EndOfAsync("after")).ReadOutputAs<string>().ShouldBe("named gone");
        }

        await using var third = await OpenAsync(directory);
        var failed = await third.Client.GetAllInstancesAsync(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Failed], FetchInputsAndOutputs: true)).SingleAsync();
        failed.InstanceId.ShouldBe("damaged");
        ShouldBeSetAside(failed);
        (await third.Client.PurgeInstanceAsync("damaged")).PurgedInstanceCount.ShouldBe(1);
        (await third.Client.GetInstanceAsync("damaged")).ShouldBeNull();
    }

    [Fact]
    public async Task One_that_was_to_go_on_by_itself_is_set_aside_at_the_start()
    {
        using var directory = new TestDirectory();
        await using (var engine = await OpenAsync(directory))
        {
            await StartAsync(engine, "damaged");
        }

        Sql.Execute(directory, Cut + "; UPDATE instances SET wake = 0");
        await using var second = await OpenAsync(directory);
        ShouldBeSetAside(await second.EndOfAsync("damaged"));
    }

    [Fact]
    public async Task One_that_has_ended_keeps_its_end_and_tells_the_reason()
    {
        using var directory = new TestDirectory();
        await using (var engine = await OpenAsync(directory))
        {
            await StartAsync(engine, "damaged");
            await engine.Client.RaiseEventAsync("damaged", "go", "gone");
            await engine.EndOfAsync("damaged");
        }

        Sql.Execute(directory, Cut);
        await using var second = await OpenAsync(directory);
        var ended = (await second.Client.GetInstanceAsync("damaged", getInputsAndOutputs: true))!;
        ended.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        ended.FailureDetails!.ErrorMessage.ShouldStartWith("Its stored data cannot be read: ");
    }

    private static void ShouldBeSetAside(OrchestrationMetadata instance)
    {
        instance.Name.ShouldBe("Wait");
        instance.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
        instance.FailureDetails!.ErrorType.ShouldBe("PoisonWorkItem");
        instance.FailureDetails.InnerFailure!.ErrorMessage.ShouldStartWith("Its stored data cannot be read: ");
    }

    private static async Task StartAsync(TestEngine engine, params string[] ids)
    {
        foreach (var id in ids)
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions(id));
            await engine.WaitAsync(id, "the custom status", metadata => metadata.SerializedCustomStatus is not null);
        }
    }

    private static Task<TestEngine> OpenAsync(TestDirectory directory) => TestEngine.StartAsync(
        tasks => tasks
            .AddOrchestratorFunc("Wait", async context =>
            {
                var name = await context.CallActivityAsync<string>("Name");
                context.SetCustomStatus("waits");
                return $"{name} {await context.WaitForExternalEvent<string>("go")}";
            })
            .AddActivityFunc("Name", _ => "named"),
        directory,
        new ManualTime(isHurried: true));
}
