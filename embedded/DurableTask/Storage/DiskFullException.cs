using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CrossRegion.Embedded.DurableTask.Storage;

/// <summary>
/// The disk is full. A request that fails so is not acknowledged; the engine keeps it and carries it out if there is room
/// again before it stops, so ask for the outcome before asking for it again.
/// </summary>
public sealed class DiskFullException : IOException
{
    public DiskFullException()
    {
    }

    public DiskFullException(string message)
        : base(message)
    {
    }

    public DiskFullException(string directory, Exception innerException)
        : base($"The disk under '{Path.GetFullPath(directory)}' is full; what was asked is not acknowledged and waits for room.", innerException)
    {
    }

    /// <summary>SQLite reports no room in the file, or none for the index of its log, which it maps into memory.</summary>
    internal static bool IsCauseOf(SqliteException report) =>
        report.SqliteErrorCode == raw.SQLITE_FULL || report.SqliteExtendedErrorCode == raw.SQLITE_IOERR_SHMSIZE;
}
