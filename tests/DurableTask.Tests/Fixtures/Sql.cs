using Microsoft.Data.Sqlite;

namespace CrossRegion.DurableTask.Tests.Fixtures;

/// <summary>Meddles with an engine's files from outside.</summary>
internal static class Sql
{
    public static void Execute(TestDirectory directory, string text, string file = "engine.db")
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(directory.Path, file)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
