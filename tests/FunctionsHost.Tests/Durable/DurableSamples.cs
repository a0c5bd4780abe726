using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.FunctionsHost.Tests.Durable;

public sealed class DurableSamples(Probe probe)
{
    [Function("Start")]
    public static async Task<IResult> Start(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "start/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string id,
        CancellationToken cancellation)
    {
        Ask ask = new(id, int.Parse(request.Query["count"].ToString(), CultureInfo.InvariantCulture));
        await client.ScheduleNewOrchestrationInstanceAsync(nameof(Greet), ask, new StartOrchestrationOptions(id), cancellation);
        return Results.Accepted();
    }

    /// <summary>Static, with its input beside the context: greets as often as asked, waits for the event, says good-bye.</summary>
    [Function(nameof(Greet))]
    public static async Task<string[]> Greet([OrchestrationTrigger] TaskOrchestrationContext context, Ask ask)
    {
        Task<string>[] greetings =
            [.. Enumerable.Range(1, ask.Count).Select(number => context.CallActivityAsync<string>(nameof(Hello), new Hail(ask.Name, number)))];
        string[] said = await Task.WhenAll(greetings);
        context.SetCustomStatus("waiting");
        string last = await context.WaitForExternalEvent<string>("leave");
        string farewell = await context.CallSubOrchestratorAsync<string>(nameof(Leave), last);
        return [.. said, farewell];
    }

    /// <summary>An instance method without a parameter for its input.</summary>
    [Function(nameof(Leave))]
    public async ValueTask<string> Leave([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        probe.ShouldNotBeNull();
        int length = await context.CallActivityAsync<int>(nameof(Length), context.GetInput<string>());
        await context.CallActivityAsync(nameof(Note), length);
        return $"bye {length}";
    }

    /// <summary>An instance method with a service, synchronous.</summary>
    [Function(nameof(Hello))]
    public string Hello([ActivityTrigger] Hail hail, string instanceId, FunctionContext context)
    {
        context.InstanceServices.GetRequiredService<Probe>().ShouldBeSameAs(probe);
        probe.Tell($"hello {hail.Name} {hail.Number} of {instanceId} in {context.FunctionDefinition.Name}");
        return $"hello {hail.Name} {hail.Number}";
    }

    [Function(nameof(Length))]
    public static Task<int> Length([ActivityTrigger] string text) => Task.FromResult(text.Length);

    [Function(nameof(Note))]
    [QueueOutput("notes")]
    public static async Task<string> Note([ActivityTrigger] int length)
    {
        await Task.Yield();
        return $"length {length}";
    }

    [Function(nameof(Brittle))]
    public static Task<string> Brittle([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync<string>(nameof(Break));

    /// <summary>Fails until the probe has been told of the healing.</summary>
    [Function(nameof(Break))]
    public string Break([ActivityTrigger] string? unused) =>
        probe.Told.Contains("healed") ? "whole" : throw new InvalidOperationException($"broken{unused}");

    [Function("TakeNote")]
    public void TakeNote([QueueTrigger("notes")] string note) => probe.Tell(note);

    public sealed record Ask(string Name, int Count);

    public sealed record Hail(string Name, int Number);
}
