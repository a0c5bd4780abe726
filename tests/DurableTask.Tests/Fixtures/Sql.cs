using Microsoft.Data.Sqlite;

namespace CrossRegion.DurableTask.Tests.Fixtures;

/// <summary>Meddles with an engine's file from outside.</summary>
internal static class Sql
{
    public static void Execute(TestDirectory directory, string text)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(directory.Path, "engine.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
