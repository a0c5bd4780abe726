using System.Collections.Concurrent;
using CrossRegion.Orchestrations.Tests.App;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Exchange.Tests.Stamps;

/// <summary>Keeps what is logged with an event id of the exchange, and every error.</summary>
internal sealed class TestLogs(Pulse pulse) : ILoggerProvider, ILogger
{
    public ConcurrentQueue<(int EventId, string Text)> Entries { get; } = [];

    public int Count(int eventId) => Entries.Count(entry => entry.EventId == eventId);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id is >= 5001 and < 5100)
        {
            Entries.Enqueue((eventId.Id, formatter(state, exception)));
            pulse.Beat();
        }
        else if (logLevel >= LogLevel.Error)
        {
            Entries.Enqueue((eventId.Id, $"{formatter(state, exception)} {exception}"));
            pulse.Beat();
        }
    }

    public void Dispose()
    {
    }
}
