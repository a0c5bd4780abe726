using System.Collections.Concurrent;
using System.Diagnostics;

namespace CrossRegion.App.Tests.Personal;

/// <summary>Every span of this process: names, tags, events, baggage and what went wrong.</summary>
internal sealed class CapturedTraces : IDisposable
{
    private readonly ConcurrentQueue<string> _spans = [];
    private readonly ActivityListener _listener;

    public CapturedTraces()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => _spans.Enqueue(Text(span)),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public string Spans => string.Join('\n', _spans);

    public void Dispose() => _listener.Dispose();

    private static string Text(Activity span) => string.Join(
        '\n',
        [
            $"{span.Source.Name} {span.OperationName} {span.DisplayName} {span.StatusDescription}",
            .. span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"),
            .. span.Baggage.Select(item => $"{item.Key}={item.Value}"),
            .. span.Events.SelectMany(happened => (string[])[happened.Name, .. happened.Tags.Select(tag => $"{tag.Key}={tag.Value}")]),
        ]);
}
