using System.Collections.Concurrent;
using System.Diagnostics;

namespace CrossRegion.DurableTask.Tests.Fixtures;

/// <summary>Listens to the engine's and the test's own source and keeps every span of one trace that ends.</summary>
internal sealed class CollectedSpans : IDisposable
{
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivitySource _own = new("Test");
    private readonly ActivityListener _listener;
    private ActivityTraceId _trace;

    public CollectedSpans()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source == _own || source.Name == "Microsoft.DurableTask",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Begins the trace that is looked at; spans of others, from tests that run beside, are not.</summary>
    public Activity Begin()
    {
        var root = _own.StartActivity("root")!;
        _trace = root.TraceId;
        return root;
    }

    /// <summary>A span of the test's own.</summary>
    public Activity? Start(string name) => _own.StartActivity(name);

    public Activity One(string name, ActivityKind kind) => All(name, kind).ShouldHaveSingleItem();

    public IReadOnlyList<Activity> All(string name, ActivityKind? kind = null) =>
        [.. _ended.Where(span => span.TraceId == _trace && span.OperationName == name && (kind ?? span.Kind) == span.Kind)];

    public void Dispose()
    {
        _listener.Dispose();
        _own.Dispose();
    }
}
