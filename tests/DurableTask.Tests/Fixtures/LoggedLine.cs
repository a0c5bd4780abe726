using Microsoft.Extensions.Logging;

namespace CrossRegion.DurableTask.Tests.Fixtures;

/// <summary>A line of a log, as its provider sees it.</summary>
internal sealed record LoggedLine(
    string Category, EventId Event, string Text, Exception? Exception, IReadOnlyDictionary<string, object?> Fields);
