using CrossRegion.Embedded.DurableTask.Faults;
using CrossRegion.Embedded.DurableTask.History;
using CrossRegion.Embedded.DurableTask.Instances;
using CrossRegion.Embedded.DurableTask.Journal;
using CrossRegion.Embedded.DurableTask.Tracing;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrossRegion.Embedded.DurableTask.Hosting;

/// <summary>The client of the embedded engine, in the same process.</summary>
internal sealed partial class EmbeddedDurableTaskClient(
    string name, IServiceProvider services, IOptionsMonitor<DurableTaskClientOptions> options) : DurableTaskClient(name)
{
    private readonly EngineHolder _holder = services.GetRequiredKeyedService<EngineHolder>(name);
    private readonly DurableTaskClientOptions _options = options.Get(name);

    private Engine Engine => _holder.Engine;

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        var raised = new EventRaised(eventName, _options.DataConverter.Serialize(eventPayload));
        return Spans.Source.HasListeners() ? SendTracedAsync(instanceId, raised, cancellation) : SendAsync(instanceId, raised, cancellation);
    }

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        SendAsync(
            instanceId, new ExecutionTerminated(_options.DataConverter.Serialize(options?.Output), options?.Recursive ?? false), cancellation);

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new ExecutionSuspended(reason), cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new ExecutionResumed(reason), cancellation);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task SendTracedAsync(string instanceId, EventRaised raised, CancellationToken cancellation)
    {
        using var span = Spans.StartEvent(raised.Name, instanceId);
        await SendAsync(instanceId, raised, cancellation);
    }

    private async Task SendAsync(string instanceId, HistoryEvent happened, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        cancellation.ThrowIfCancellationRequested();
        var engine = Engine;
        using var outgoing = engine.Post.Collect();
        if (outgoing.Add(instanceId, execution: 0, happened))
        {
            await CommitAsync(engine, outgoing, cancellation);
        }
    }

    /// <summary>Returns once the messages are on the disk.</summary>
    private static async Task CommitAsync(Engine engine, Outgoing outgoing, CancellationToken cancellation)
    {
        var durable = engine.Journal.AppendAsync(new JournalEntry { At = engine.Time.GetUtcNow().UtcDateTime, Sent = outgoing.Deliveries });
        outgoing.Send();
        await durable.WaitAsync(cancellation);
        engine.At(EngineFaultPoint.BeforeAcknowledgement);
    }
}
