using CrossRegion.Embedded.DurableTask.Binary;
using CrossRegion.Embedded.DurableTask.Instances;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.Storage;

/// <summary>
/// The engine's data: <c>engine.db</c>, SQLite in WAL mode with <c>synchronous=FULL</c>, so that what is committed is on
/// the disk (fsync). Two tables: the journal (a row for each group commit) and the instances as of the last checkpoint.
/// Writing is for one thread, the journal's; reading has a connection of its own.
/// </summary>
internal sealed partial class EngineStore : IDisposable
{
    private readonly SqliteConnection _writing;
    private readonly SqliteConnection _reading;
    private readonly Lock _readingGate = new();
    private readonly SqliteCommand _append;
    private readonly SqliteCommand _load;

    /// <exception cref="EngineDataException">The file is of a later version, or no store of an engine.</exception>
    public EngineStore(string directory)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(directory, "engine.db"), Pooling = false }.ToString();
        _writing = Open(connection);
        EngineSchema.Prepare(_writing);
        _reading = Open(connection);
        _append = Command(_writing, "INSERT INTO journal (seq, data) VALUES ($seq, $data)", "$seq", "$data");
        _load = Command(_reading, "SELECT state FROM instances WHERE id = $id", "$id");
    }

    /// <summary>The entries of one group commit, all or nothing. Returns once they are on the disk.</summary>
    /// <param name="written">Called between the writing and the commit.</param>
    public void Append(long seq, byte[] data, Action written)
    {
        using var transaction = _writing.BeginTransaction();
        _append.Transaction = transaction;
        _append.Parameters[0].Value = seq;
        _append.Parameters[1].Value = data;
        _append.ExecuteNonQuery();
        written();
        transaction.Commit();
    }

    /// <summary>The journal's rows in order.</summary>
    public IEnumerable<(long Seq, byte[] Data)> ReadJournal()
    {
        using var command = Command(_writing, "SELECT seq, data FROM journal ORDER BY seq");
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            yield return (rows.GetInt64(0), rows.GetFieldValue<byte[]>(1));
        }
    }

    /// <summary>An instance as of the last checkpoint; <c>null</c> if there was none. One that cannot be read is a stand-in with the reason.</summary>
    public InstanceState? Load(string id)
    {
        byte[]? blob;
        lock (_readingGate)
        {
            _load.Parameters[0].Value = id;
            blob = _load.ExecuteScalar() as byte[];
            return blob is null ? null : Decode(id, blob);
        }
    }

    public void Dispose()
    {
        _append.Dispose();
        _load.Dispose();
        _reading.Dispose();
        _writing.Dispose();
    }

    private InstanceState Decode(string id, byte[] blob)
    {
        try
        {
            return InstanceStateCodec.Read(blob);
        }
        catch (Exception damage)
        {
            // Damaged bytes may fail in any way; one bad row must neither stop the engine nor hide the others.
            return StandIn(id, new DamagedInstance(blob, $"Its stored data cannot be read: {damage.Message}", MissesTurns: false));
        }
    }

    /// <summary>What the other columns tell of an instance.</summary>
    private InstanceState StandIn(string id, DamagedInstance damage)
    {
        using var command = Command(_reading, "SELECT place, name, status, created, updated FROM instances WHERE id = $id", "$id");
        command.Parameters[0].Value = id;
        using var row = command.ExecuteReader();
        row.Read();
        return InstanceStateCodec.StandIn(
            -row.GetInt64(0),
            row.GetString(1),
            (OrchestrationRuntimeStatus)row.GetInt64(2),
            new DateTime(row.GetInt64(3), DateTimeKind.Utc),
            new DateTime(row.GetInt64(4), DateTimeKind.Utc),
            damage);
    }

    private static byte[] Encode(InstanceState state)
    {
        var writer = new ByteWriter(1024);
        InstanceStateCodec.Write(writer, state);
        return writer.ToArray();
    }

    private static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var pragmas = Command(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000");
        pragmas.ExecuteNonQuery();
        return connection;
    }

    private static SqliteCommand Command(SqliteConnection connection, string text, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var name in parameters)
        {
            command.Parameters.Add(new SqliteParameter(name, value: null));
        }

        return command;
    }
}
