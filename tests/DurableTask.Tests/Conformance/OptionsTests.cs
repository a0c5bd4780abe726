using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.Conformance;

/// <summary>Names, options and registrations as values.</summary>
[Trait("Category", "Conformance")]
public sealed class OptionsTests
{
    [Fact]
    public void A_copy_of_options_has_everything()
    {
        var retry = new RetryPolicy(2, TimeSpan.FromSeconds(1));
        var tags = new Dictionary<string, string> { ["a"] = "b" };
        var task = new TaskOptions(new TaskOptions(retry, tags) { Version = "2.0" });
        (task.Retry!.Policy, task.Tags, task.Version).ShouldBe((retry, tags, new TaskVersion("2.0")));

        var child = new SubOrchestrationOptions(new SubOrchestrationOptions(task, "id"));
        (child.Retry!.Policy, child.Tags, child.Version, child.InstanceId).ShouldBe((retry, tags, new TaskVersion("2.0"), "id"));
        ((TaskOptions)child).Version.ShouldBe(new TaskVersion("2.0"));
        task.WithInstanceId("other").InstanceId.ShouldBe("other");

        var start = new StartOrchestrationOptions(new StartOrchestrationOptions("id", DateTimeOffset.UnixEpoch) { Tags = tags, Version = "1", DedupeStatuses = ["Running"] });
        (start.InstanceId, start.StartAt, start.Tags, start.Version).ShouldBe(("id", DateTimeOffset.UnixEpoch, tags, new TaskVersion("1")));
        start.DedupeStatuses.ShouldBe(["Running"]);
    }

    [Fact]
    public void Statuses_that_refuse_a_start_are_set_by_their_names_and_the_rest_is_kept()
    {
        var options = new StartOrchestrationOptions("id").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed);
        options.DedupeStatuses.ShouldBe(["Completed", "Failed"]);
        options.InstanceId.ShouldBe("id");
        options.WithDedupeStatuses().DedupeStatuses.ShouldBeEmpty();
        StartOrchestrationOptionsExtensions.ValidDedupeStatuses.Count.ShouldBe(7);
    }

    [Fact]
    public void Names_and_versions_ignore_case()
    {
        (new TaskName("Permit") == new TaskName("PERMIT")).ShouldBeTrue();
        new TaskName("Permit").GetHashCode().ShouldBe(new TaskName("permit").GetHashCode());
        (new TaskName("Permit") != "Review").ShouldBeTrue();
        ((TaskName)"" == default).ShouldBeTrue();
        new TaskVersion("v1").ShouldBe(new TaskVersion("V1"));
        new TaskVersion(null).ShouldBe(TaskVersion.Unversioned);
        Should.Throw<ArgumentException>(() => new TaskVersion(" "));
    }

    [Theory]
    [InlineData(0, 1, 1.0, null, null)]
    [InlineData(1, 0, 1.0, null, null)]
    [InlineData(1, 1, 0.9, null, null)]
    [InlineData(1, 2, 1.0, 1, null)]
    [InlineData(1, 2, 1.0, null, 1)]
    public void A_policy_refuses_what_makes_no_sense(int attempts, int first, double coefficient, int? longest, int? timeout) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new RetryPolicy(
            attempts,
            TimeSpan.FromSeconds(first),
            coefficient,
            longest is { } l ? TimeSpan.FromSeconds(l) : null,
            timeout is { } t ? TimeSpan.FromSeconds(t) : null));

    [Fact]
    public void A_registry_refuses_what_has_no_name_or_cannot_run_and_lists_what_it_has()
    {
        var registry = new DurableTaskRegistry();
        Should.Throw<ArgumentException>(() => registry.AddActivityFunc(default, _ => { }));
        Should.Throw<ArgumentException>(() => registry.AddOrchestratorFunc(default, _ => Task.CompletedTask));
        Should.Throw<ArgumentException>(() => registry.AddActivity(typeof(string)));
        Should.Throw<ArgumentException>(() => registry.AddOrchestrator(typeof(ITaskOrchestrator)));
        registry.AddActivityFunc("Check", _ => { }).AddOrchestratorFunc("Permit", _ => Task.CompletedTask);
        Should.Throw<ArgumentException>(() => registry.AddActivityFunc("CHECK", _ => { }));
        registry.GetActivities().ShouldHaveSingleItem().Key.Name.ShouldBe("Check");
        registry.GetOrchestrators().ShouldHaveSingleItem().Key.Name.ShouldBe("Permit");
    }
}
