using CrossRegion.Embedded.DurableTask.Instances;
using CrossRegion.Embedded.DurableTask.Journal;

namespace CrossRegion.Embedded.DurableTask.Storage;

/// <summary>Checkpoints: the states that the journal has changed go to the instances table.</summary>
internal sealed partial class EngineStore
{
    /// <summary>Writes a checkpoint, all or nothing.</summary>
    /// <param name="written">Called between the writing and the commit.</param>
    public void Write(Checkpoint checkpoint, Action written) => _writing.Transact(() =>
    {
        using var upsert = _writing.Prepare(
            """
            INSERT INTO instances (id, name, status, created, updated, wake, state) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, status = excluded.status, created = excluded.created,
              updated = excluded.updated, wake = excluded.wake, state = excluded.state
            """);
        using var delete = _writing.Prepare("DELETE FROM instances WHERE id = ?1");
        foreach (var (instance, state) in checkpoint.Changed)
        {
            if (state is null)
            {
                delete.Bind(1, instance.Id).Run();
                continue;
            }

            _encoded.Clear();
            InstanceStateCodec.Write(_encoded, _plain, state);
            upsert
                .Bind(1, instance.Id)
                .Bind(2, state.Start.Name)
                .Bind(3, (long)state.Status)
                .Bind(4, state.CreatedAt.Ticks)
                .Bind(5, state.UpdatedAt.Ticks)
                .Bind(6, state.NextWake?.Ticks)
                .Bind(7, _encoded.Written)
                .Run();
        }

        using var keep = _writing.Prepare("INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value");
        keep.Bind(1, EngineSchema.LastSeq).Bind(2, checkpoint.Seq).Run();
        keep.Bind(1, EngineSchema.NextMessageId).Bind(2, checkpoint.LastMessageId).Run();
        written();
    });

    /// <summary>Numbers of the last checkpoint.</summary>
    public (long LastSeq, long NextMessageId) ReadNumbers() => (ReadNumber(EngineSchema.LastSeq), ReadNumber(EngineSchema.NextMessageId));

    /// <summary>Instances that go on by themselves, with the time; the minimum value means at once.</summary>
    public IEnumerable<(string Id, DateTime WakeAt)> ReadWakes()
    {
        using var command = _reading.Command("SELECT id, wake FROM instances WHERE wake IS NOT NULL");
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            yield return (rows.GetString(0), new DateTime(rows.GetInt64(1), DateTimeKind.Utc));
        }
    }

    private long ReadNumber(string key)
    {
        using var command = _reading.Command("SELECT value FROM meta WHERE key = $key");
        command.Parameters.AddWithValue("$key", key);
        return command.ExecuteScalar() as long? ?? 0;
    }
}
