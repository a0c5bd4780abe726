using CrossRegion.Orchestrations.Limits;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Functions.Composition;

/// <summary>Counts by the imported holiday notices before the first function runs. The sweep looks for new ones later.</summary>
internal sealed partial class CalendarLoader(CalendarImport calendars, ILogger<CalendarLoader> logger) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await calendars.RefreshAsync(cancellationToken);
        }
        catch (IOException unreachable)
        {
            LogNotLoaded(unreachable);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(2121, LogLevel.Error, "The imported holiday notices could not be read; limits are counted by the shipped ones until the next sweep")]
    private partial void LogNotLoaded(Exception unreachable);
}
