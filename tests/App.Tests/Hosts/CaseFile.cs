using Microsoft.Data.Sqlite;

namespace CrossRegion.App.Tests.Hosts;

/// <summary>The case store's file, looked at from outside while a host may be at work on it.</summary>
internal sealed class CaseFile(string dataDirectory)
{
    /// <summary>Effects of a case that its ledger does not call completed.</summary>
    public IReadOnlyList<string> OpenEffects(string number) => Read(
        "SELECT id || ' ' || (body ->> '$.state') FROM documents WHERE partition = $number AND id LIKE 'effect:%' AND body ->> '$.state' <> 'completed'",
        number);

    /// <summary>Documents of applications that have no case.</summary>
    public IReadOnlyList<string> Orphans() => Read(
        "SELECT partition || ' ' || id FROM documents WHERE length(partition) = 19 AND partition NOT IN (SELECT partition FROM documents WHERE id = 'case')");

    /// <summary>The numbers of the cases.</summary>
    public IReadOnlyList<string> Cases() => Read("SELECT partition FROM documents WHERE id = 'case' ORDER BY partition");

    private List<string> Read(string sql, string? number = null)
    {
        var source = new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataDirectory, "cases.db"), Pooling = false, Mode = SqliteOpenMode.ReadWrite };
        using var connection = new SqliteConnection(source.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (number is not null)
        {
            command.Parameters.AddWithValue("$number", number);
        }

        using var rows = command.ExecuteReader();
        var found = new List<string>();
        while (rows.Read())
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }
}
