using Microsoft.Data.Sqlite;

namespace CrossRegion.App.Tests.Hosts;

/// <summary>The case store's file, looked at from outside while a host may be at work on it.</summary>
internal sealed class CaseFile(string dataDirectory)
{
    /// <summary>Effects of a case that its ledger does not call completed.</summary>
    public IReadOnlyList<string> OpenEffects(string number) => Read(
        "SELECT id || ' ' || (body ->> '$.state') FROM documents WHERE partition = $parameter AND id LIKE 'effect:%' AND body ->> '$.state' <> 'completed'",
        number);

    /// <summary>Such effects of all cases.</summary>
    public IReadOnlyList<string> OpenEffects() => Read(
        "SELECT partition || ' ' || id || ' ' || (body ->> '$.state') FROM documents WHERE id LIKE 'effect:%' AND body ->> '$.state' <> 'completed'");

    /// <summary>Documents of applications that have no case, neither here nor on another stamp.</summary>
    public IReadOnlyList<string> Orphans() => Read(
        "SELECT partition || ' ' || id FROM documents WHERE length(partition) = 19 "
        + "AND partition NOT IN (SELECT partition FROM documents WHERE id IN ('case', 'remote'))");

    /// <summary>The numbers of the cases.</summary>
    public IReadOnlyList<string> Cases() => Read("SELECT partition FROM documents WHERE id = 'case' ORDER BY partition");

    /// <summary>What waits: for an orchestration, or for a receipt.</summary>
    public IReadOnlyList<string> Waiting() => Read(
        "SELECT name || ' ' || value || ' ' || partition || ' ' || id FROM index_entries WHERE name IN ('WaitingEvents', 'HandOversToSend')");

    /// <summary>Hand-overs in the outbox that a peer has given no receipt for.</summary>
    public IReadOnlyList<(string Number, string Id)> Unreceipted(string peer) => Read(
        "SELECT partition, id FROM index_entries WHERE name = 'HandOversToSend' AND value = $parameter", peer, row => (row.GetString(0), row.GetString(1)));

    /// <summary>Whether a hand-over was taken here.</summary>
    /// <param name="number">The application.</param>
    /// <param name="outboxId">Its id where it was sent.</param>
    public bool HasTaken(string number, string outboxId) =>
        Read("SELECT id FROM documents WHERE partition = $parameter AND id LIKE 'handed:%'", number).Contains(outboxId.Replace("outbox:", "handed:", StringComparison.Ordinal));

    /// <summary>Hand-overs as they are kept, by application and id.</summary>
    /// <param name="prefix">What their ids begin with: <c>outbox:</c>, <c>handed:51-44:</c>.</param>
    public IReadOnlyDictionary<(string Number, string Id), string> HandOvers(string prefix) => Read(
        "SELECT partition, id, body FROM documents WHERE id >= $parameter AND id < $parameter || '~'",
        prefix,
        row => ((row.GetString(0), row.GetString(1)), row.GetString(2))).ToDictionary();

    private List<string> Read(string sql, string? parameter = null) => Read(sql, parameter, row => row.GetString(0));

    private List<T> Read<T>(string sql, string? parameter, Func<SqliteDataReader, T> each)
    {
        var source = new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataDirectory, "cases.db"), Pooling = false, Mode = SqliteOpenMode.ReadWrite };
        using var connection = new SqliteConnection(source.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (parameter is not null)
        {
            command.Parameters.AddWithValue("$parameter", parameter);
        }

        using var rows = command.ExecuteReader();
        var found = new List<T>();
        while (rows.Read())
        {
            found.Add(each(rows));
        }

        return found;
    }
}
