using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask;

/// <summary>Hands out replay-safe loggers of one orchestration. It does not own the factory beneath.</summary>
internal sealed class ReplaySafeLoggerFactory(TaskOrchestrationContext context, Func<ILoggerFactory> underlying) : ILoggerFactory
{
    public ILoggerFactory Underlying => underlying();

    public ILogger CreateLogger(string categoryName) => context.CreateReplaySafeLogger(categoryName);

    public void AddProvider(ILoggerProvider provider) =>
        throw new NotSupportedException("Providers are added to the host's logger factory, not to an orchestration's.");

    public void Dispose()
    {
        // Nothing is owned.
    }
}
