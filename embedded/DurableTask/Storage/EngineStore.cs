using CrossRegion.Embedded.DurableTask.Binary;
using CrossRegion.Embedded.DurableTask.Instances;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.Storage;

/// <summary>
/// The instances as of the last checkpoint, <c>engine.db</c>. Writing is for one thread at a time; reading has a connection
/// of its own.
/// </summary>
internal sealed partial class EngineStore : IDisposable
{
    private const string FileName = "engine.db";

    /// <summary>States are some hundred bytes to some kilobytes: large pages waste less. The log is cut at 1 MiB.</summary>
    private const string Pragmas = "PRAGMA page_size = 16384; PRAGMA wal_autocheckpoint = 64; PRAGMA journal_size_limit = 1048576;";

    private readonly Database _writing;
    private readonly Database _reading;
    private readonly Lock _readingGate = new();
    private readonly Statement _load;
    private readonly ByteWriter _encoded = new(16 << 10);
    private readonly ByteWriter _plain = new(64 << 10);

    private EngineStore(Database writing, Database reading)
    {
        _writing = writing;
        _reading = reading;
        _load = _reading.Prepare("SELECT state FROM instances WHERE id = ?1");
    }

    /// <summary>Opens what a data directory holds.</summary>
    /// <exception cref="EngineDataException">A file is of a later version, or no store of an engine.</exception>
    public static (EngineStore Instances, JournalStore Journal) Open(string directory)
    {
        var path = Path.Combine(directory, FileName);
        List<IDisposable> opened = [];
        try
        {
            var journal = Opened(new JournalStore(directory));
            var writing = Opened(new Database(path, Pragmas));
            EngineSchema.Prepare(writing, journal);
            return (new EngineStore(writing, Opened(new Database(path))), journal);
        }
        catch
        {
            opened.ForEach(part => part.Dispose());
            throw;
        }

        T Opened<T>(T part)
            where T : IDisposable
        {
            opened.Add(part);
            return part;
        }
    }

    /// <summary>An instance as of the last checkpoint; <c>null</c> if there was none. One that cannot be read is a stand-in with the reason.</summary>
    public InstanceState? Load(string id)
    {
        byte[]? blob;
        lock (_readingGate)
        {
            blob = _load.Bind(1, id).Blob();
        }

        return blob is null ? null : Decode(id, blob);
    }

    public void Dispose()
    {
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
        lock (_readingGate)
        {
            using var command = _reading.Command("SELECT place, name, status, created, updated FROM instances WHERE id = $id");
            command.Parameters.AddWithValue("$id", id);
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
    }
}
