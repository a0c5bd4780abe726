using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CrossRegion.DurableTask.Tests.Fixtures;

/// <summary>Keeps what is logged.</summary>
internal sealed class CollectedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<LoggedLine> _lines = new();

    public IReadOnlyList<LoggedLine> Lines => [.. _lines];

    public IEnumerable<string> Of(string category) => _lines.Where(line => line.Category == category).Select(line => line.Text);

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _lines);

    public void Dispose()
    {
        // Nothing is held.
    }

    private sealed class Logger(string category, ConcurrentQueue<LoggedLine> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var fields = state as IEnumerable<KeyValuePair<string, object?>> ?? [];
            lines.Enqueue(new LoggedLine(
                category, eventId, formatter(state, exception), exception, fields.ToDictionary(field => field.Key, field => field.Value)));
        }
    }
}
