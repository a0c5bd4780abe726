using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Adapters.Cosmos;

/// <summary>
/// Follows the change feed of all documents and projects it into lists. Instances of the app share the ranges of the feed by leases; each
/// range goes on where its lease says, whoever has it. Changes are told at least once, those of one document in their order.
/// </summary>
internal sealed partial class ListProjectionService(
    CosmosAccount account, CosmosOptions options, TimeProvider time, ILogger<ListProjectionService> logger) : BackgroundService
{
    /// <summary>The prefix of the leases. Another name begins at the beginning of the feed.</summary>
    public const string Name = "lists";

    /// <summary>Documents at a time.</summary>
    private const int Parallelism = 8;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await StartProcessorAsync(stoppingToken).ConfigureAwait(false) is not { } processor)
        {
            return;
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await ReachAsync(processor.StopAsync).ConfigureAwait(false);
        }
        catch (IOException failure)
        {
            LogNotGivenBack(failure);
        }
    }

    /// <summary>
    /// An account that cannot be reached yet is no reason to stop the host; null when it stops before. A processor that has begun to start is
    /// waited for and then stopped: left to itself it would take ranges that nobody gives back, on a client that is being disposed.
    /// </summary>
    private async Task<ChangeFeedProcessor?> StartProcessorAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var containers = await account.OpenAsync(stopping).ConfigureAwait(false);
                var processor = Processor(containers);
                await ReachAsync(processor.StartAsync).ConfigureAwait(false);
                LogStarted();
                return processor;
            }
            catch (IOException failure)
            {
                LogNotStarted(failure, RetryAfter.TotalSeconds);
                await Task.Delay(RetryAfter, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
        }

        return null;
    }

    /// <summary>Starts or stops the processor, which takes its own time.</summary>
    private Task<bool> ReachAsync(Func<Task> callAsync) => StoreFailure.ExplainAsync(
        async _ =>
        {
            await callAsync().ConfigureAwait(false);
            return true;
        },
        account.Timeout,
        CancellationToken.None);

    private ChangeFeedProcessor Processor(CaseContainers containers) =>
        containers.Cases
            .GetChangeFeedProcessorBuilder(Name, (ChangeFeedProcessorContext _, Stream changes, CancellationToken cancellation) =>
                ProjectAsync(containers, ItemJson.ReadPage(changes, DocumentItem.Read), cancellation))
            .WithLeaseContainer(containers.Leases)
            .WithInstanceName($"{Environment.MachineName}-{Guid.NewGuid():N}")
            .WithStartTime(DateTime.MinValue.ToUniversalTime())
            .WithPollInterval(TimeSpan.FromSeconds(options.ListPollSeconds))
            .WithLeaseConfiguration(acquireInterval: options.LeaseAcquireInterval)
            .WithErrorNotification((lease, failure) =>
            {
                if (failure is not ChangeFeedProcessorUserException { InnerException: OperationCanceledException })
                {
                    LogFailed(failure, lease);
                }

                return Task.CompletedTask;
            })
            .Build();

    /// <summary>An exception gives the range back, and whoever takes it next begins with the same changes.</summary>
    private static async Task ProjectAsync(CaseContainers containers, List<DocumentItem> changes, CancellationToken cancellation)
    {
        using var units = new RequestUnits("project");
        var projection = new ListProjection(containers, units);
        var latest = changes.GroupBy(change => change.Key).Select(versions => versions.Last());
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation };
        await Parallel.ForEachAsync(latest, parallel, async (change, token) =>
            await projection.ProjectAsync(change, token).ConfigureAwait(false)).ConfigureAwait(false);
    }

    [LoggerMessage(4110, LogLevel.Information, "The projection of lists follows the change feed.")]
    private partial void LogStarted();

    [LoggerMessage(4111, LogLevel.Warning, "The projection of lists cannot begin; it tries again in {Seconds} s.")]
    private partial void LogNotStarted(Exception failure, double seconds);

    [LoggerMessage(4112, LogLevel.Warning, "The projection of lists failed in the range of lease {Lease}; it is taken up again.")]
    private partial void LogFailed(Exception failure, string lease);

    [LoggerMessage(4113, LogLevel.Warning, "The projection of lists could not give its ranges back; another instance takes them when their leases run out.")]
    private partial void LogNotGivenBack(Exception failure);
}
