using CrossRegion.Embedded.DurableTask.Instances;
using Microsoft.Data.Sqlite;

namespace CrossRegion.Embedded.DurableTask.Storage;

/// <summary>Checkpoints: the states that the journal has changed go to the instances table, and the journal begins anew.</summary>
internal sealed partial class EngineStore
{
    /// <summary>Writes the given instances (<c>null</c>: removed) and cuts the journal up to <paramref name="seq"/>, all or nothing.</summary>
    /// <param name="nextMessageId">Kept, since the journal that would tell it is cut.</param>
    /// <param name="written">Called between the writing and the commit.</param>
    public void Checkpoint(IEnumerable<Instance> changed, long seq, long nextMessageId, Action written)
    {
        using var transaction = _writing.BeginTransaction();
        using var upsert = Command(
            _writing,
            """
            INSERT INTO instances (id, name, status, created, updated, wake, state)
            VALUES ($id, $name, $status, $created, $updated, $wake, $state)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, status = excluded.status, created = excluded.created,
              updated = excluded.updated, wake = excluded.wake, state = excluded.state
            """,
            "$id", "$name", "$status", "$created", "$updated", "$wake", "$state");
        using var delete = Command(_writing, "DELETE FROM instances WHERE id = $id", "$id");
        foreach (var instance in changed)
        {
            instance.Read(state =>
            {
                if (state is null)
                {
                    Execute(delete, instance.Id);
                }
                else
                {
                    Execute(
                        upsert, instance.Id, state.Start.Name, (int)state.Status, state.CreatedAt.Ticks, state.UpdatedAt.Ticks, (object?)state.NextWake?.Ticks ?? DBNull.Value, Encode(state));
                }

                return true;
            });
        }

        using var cut = Command(_writing, "DELETE FROM journal WHERE seq <= $seq", "$seq");
        Execute(cut, seq);
        using var keep = Command(_writing, "INSERT INTO meta (key, value) VALUES ($key, $value) ON CONFLICT (key) DO UPDATE SET value = excluded.value", "$key", "$value");
        Execute(keep, EngineSchema.LastSeq, seq);
        Execute(keep, EngineSchema.NextMessageId, nextMessageId);
        written();
        transaction.Commit();
    }

    /// <summary>Numbers of the last checkpoint.</summary>
    public (long LastSeq, long NextMessageId) ReadNumbers() => (ReadNumber(EngineSchema.LastSeq), ReadNumber(EngineSchema.NextMessageId));

    /// <summary>Instances that go on by themselves, with the time; the minimum value means at once.</summary>
    public IEnumerable<(string Id, DateTime WakeAt)> ReadWakes()
    {
        using var command = Command(_writing, "SELECT id, wake FROM instances WHERE wake IS NOT NULL");
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            yield return (rows.GetString(0), new DateTime(rows.GetInt64(1), DateTimeKind.Utc));
        }
    }

    private static void Execute(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        command.ExecuteNonQuery();
    }

    private long ReadNumber(string key)
    {
        using var command = Command(_writing, "SELECT value FROM meta WHERE key = $key", "$key");
        command.Parameters[0].Value = key;
        return command.ExecuteScalar() as long? ?? 0;
    }
}
