using CrossRegion.Embedded.DurableTask.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Embedded.DurableTask.Journal;

/// <summary>
/// A full disk is no reason to break down: nothing is acknowledged until there is room, and whoever waits is told when that
/// takes long. Only an engine that is to stop gives up.
/// </summary>
internal sealed partial class DiskRoom(string directory, TimeProvider time, ILogger logger) : IDisposable
{
    private const int LongWait = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Writes, again and again until there is room.</summary>
    /// <param name="write">Does all or nothing.</param>
    /// <param name="tellWaiting">Called at every failure after the first few.</param>
    public void For(Action write, Action<DiskFullException> tellWaiting)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                write();
                if (attempt > 1)
                {
                    Log.Room(logger, directory);
                }

                return;
            }
            catch (SqliteException full) when (DiskFullException.IsCauseOf(full) && !_stopping.IsCancellationRequested)
            {
                if (attempt == 1)
                {
                    Log.DiskFull(logger, directory, Pause.TotalSeconds);
                }

                if (attempt >= LongWait)
                {
                    tellWaiting(new DiskFullException(directory, full));
                }

                Task.Delay(Pause, time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
            }
        }
    }

    /// <summary>From now on a full disk ends what is being written.</summary>
    public void GiveUp() => _stopping.Cancel();

    public void Dispose() => _stopping.Dispose();

    private static partial class Log
    {
        [LoggerMessage(1302, LogLevel.Error, "The disk under {Directory} is full. Nothing is lost and nothing is acknowledged; trying again every {Seconds} s.")]
        public static partial void DiskFull(ILogger logger, string directory, double seconds);

        [LoggerMessage(1303, LogLevel.Information, "The disk under {Directory} has room again.")]
        public static partial void Room(ILogger logger, string directory);
    }
}
