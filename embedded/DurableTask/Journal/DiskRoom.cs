using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Embedded.DurableTask.Journal;

/// <summary>A full disk is no reason to break down: nothing is acknowledged until there is room.</summary>
internal sealed partial class DiskRoom(string directory, TimeProvider time, ILogger logger)
{
    private const int SqliteFull = 13;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Writes, again and again until there is room.</summary>
    /// <param name="write">Does all or nothing.</param>
    public void For(Action write)
    {
        while (true)
        {
            try
            {
                write();
                return;
            }
            catch (SqliteException full) when (full.SqliteErrorCode == SqliteFull)
            {
                Log.DiskFull(logger, directory, Pause.TotalSeconds);
                Task.Delay(Pause, time).GetAwaiter().GetResult();
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1302, LogLevel.Error, "The disk under {Directory} is full. Nothing is lost and nothing is acknowledged; trying again every {Seconds} s.")]
        public static partial void DiskFull(ILogger logger, string directory, double seconds);
    }
}
