using CrossRegion.DurableTask.Tests.Fixtures;
using CrossRegion.Embedded.DurableTask;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CrossRegion.DurableTask.Tests.Conformance;

/// <summary>Workers and clients in the service collection.</summary>
[Trait("Category", "Conformance")]
public sealed class HostingTests
{
    [Fact]
    public async Task Workers_and_clients_of_different_names_live_side_by_side()
    {
        using var first = new TestDirectory();
        using var second = new TestDirectory();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        foreach (var (name, directory) in new[] { ("east", first), ("west", second) })
        {
            builder.Services.AddDurableTaskWorker(name, worker => worker
                .AddTasks(tasks => tasks.AddOrchestratorFunc("Where", _ => name))
                .UseEmbedded(options => options.DataDirectory = directory.Path));
            builder.Services.AddDurableTaskClient(name, client => client.UseEmbedded());
        }

        using var host = builder.Build();
        await host.StartAsync();
        var clients = host.Services.GetRequiredService<IDurableTaskClientProvider>();
        foreach (var name in new[] { "east", "west" })
        {
            var client = clients.GetClient(name);
            client.Name.ShouldBe(name);
            await client.ScheduleNewOrchestrationInstanceAsync("Where", new StartOrchestrationOptions("where"));
            (await client.WaitForInstanceCompletionAsync("where", getInputsAndOutputs: true)).ReadOutputAs<string>().ShouldBe(name);
        }

        Should.Throw<ArgumentOutOfRangeException>(() => clients.GetClient("north"));
        await host.StopAsync();
    }

    [Fact]
    public void A_name_is_one_builder_however_often_it_is_added()
    {
        var services = new ServiceCollection();
        services.AddDurableTaskWorker().ShouldBeSameAs(services.AddDurableTaskWorker());
        services.AddDurableTaskWorker("other").ShouldNotBeSameAs(services.AddDurableTaskWorker());
        services.AddDurableTaskClient().ShouldBeSameAs(services.AddDurableTaskClient());
        services.Count(service => service.ServiceType == typeof(IHostedService)).ShouldBe(2);
    }

    [Fact]
    public void A_target_must_be_there_and_of_the_right_kind()
    {
        var services = new ServiceCollection();
        var worker = services.AddDurableTaskWorker();
        Should.Throw<ArgumentException>(() => worker.UseBuildTarget(typeof(string)));
        Should.Throw<ArgumentException>(() => services.AddDurableTaskClient().UseBuildTarget(typeof(DurableTaskClient)));
        using var provider = services.BuildServiceProvider();
        Should.Throw<InvalidOperationException>(() => worker.Build(provider));
    }
}
