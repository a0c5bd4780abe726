using Microsoft.Data.Sqlite;

namespace CrossRegion.Adapters.Sqlite;

/// <summary>Says in the port's words what SQLite says in codes (https://www.sqlite.org/rescode.html).</summary>
internal static class StoreFailure
{
    public static IOException Explain(Exception failure, string path) => new(
        failure is SqliteException sqlite ? Explain(sqlite, path) : $"The store {path} failed: {failure.Message}", failure);

    private static string Explain(SqliteException failure, string path) => failure.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_FULL => $"The disk that holds {path} is full.",
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => $"{path} stayed locked by another process.",
        SQLitePCL.raw.SQLITE_READONLY => $"{path} cannot be written.",
        SQLitePCL.raw.SQLITE_CANTOPEN => $"{path} cannot be opened.",
        SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB => $"{path} is damaged or no SQLite database.",
        _ => $"The store {path} failed: SQLite error {failure.SqliteExtendedErrorCode}.",
    };
}
