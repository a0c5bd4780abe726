using System.Text;
using Microsoft.Extensions.Logging;

namespace CrossRegion.App.Tests.Personal;

/// <summary>Every log message of a host, at its finest: text, fields, scopes and exceptions.</summary>
internal sealed class CapturedLogs : ILoggerProvider, ISupportExternalScope
{
    private readonly StringBuilder _text = new();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public string Text
    {
        get
        {
            lock (_text)
            {
                return _text.ToString();
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Logger(CapturedLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => logs._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (logs._text)
            {
                logs._text.AppendLine($"{logLevel} {category} {eventId} {formatter(state, exception)}").AppendLine($"{exception}");
                Append(state);
                logs._scopes.ForEachScope((scope, _) => Append(scope), (object?)null);
            }
        }

        private void Append(object? state)
        {
            logs._text.AppendLine($"{state}");
            foreach (var (name, value) in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
            {
                logs._text.AppendLine($"{name}={value}");
            }
        }
    }
}
