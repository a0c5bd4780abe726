using Microsoft.Extensions.Logging;

namespace CrossRegion.FunctionsHost.Tests;

/// <summary>Tells a probe of every log message as <c>ID TEXT</c>.</summary>
internal sealed class RecordedLog(Probe probe) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        probe.Tell($"{eventId.Id} {formatter(state, exception)}");

    public void Dispose()
    {
        // Nothing is held.
    }
}
