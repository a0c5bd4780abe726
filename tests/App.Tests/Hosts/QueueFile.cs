using Microsoft.Data.Sqlite;

namespace CrossRegion.App.Tests.Hosts;

/// <summary>The embedded host's own queues, looked at from outside.</summary>
internal sealed class QueueFile(string dataDirectory)
{
    /// <summary>Every message that is in some queue, those of the poison queue too: which queue, and how often it was tried.</summary>
    public IReadOnlyList<string> Messages()
    {
        var source = new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataDirectory, "queues.db"), Pooling = false };
        using var connection = new SqliteConnection(source.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT queue || ' ' || dequeue_count FROM messages";
        using var rows = command.ExecuteReader();
        var found = new List<string>();
        while (rows.Read())
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }
}
