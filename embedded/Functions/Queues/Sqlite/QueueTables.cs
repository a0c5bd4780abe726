using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CrossRegion.Embedded.Functions.Queues.Sqlite;

/// <summary>The statements on <c>queues.db</c>; used by one thread.</summary>
internal sealed class QueueTables : IDisposable
{
    private const string Held = "9223372036854775807";

    private readonly SqliteConnection _connection;
    private readonly TimeProvider _clock;
    private readonly List<SqliteCommand> _commands = [];
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _rollback;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _take;
    private readonly SqliteCommand _delete;
    private readonly SqliteCommand _show;
    private readonly SqliteCommand _move;
    private readonly SqliteCommand _next;
    private readonly SqliteCommand _expire;

    public QueueTables(SqliteConnection connection, TimeProvider clock)
    {
        _connection = connection;
        _clock = clock;
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _rollback = Prepare("ROLLBACK");
        _insert = Prepare(
            "INSERT INTO messages (queue, body, inserted_at, expires_at, visible_at, dequeue_count) VALUES ($queue, $body, $now, $expires, $now, 0)",
            "$queue", "$body", "$now", "$expires");
        _take = Prepare(
            $"""
            UPDATE messages SET visible_at = {Held}, dequeue_count = dequeue_count + 1
            WHERE id IN (SELECT id FROM messages WHERE queue = $queue AND visible_at <= $now ORDER BY visible_at, id LIMIT $most)
            RETURNING id, body, dequeue_count, inserted_at, expires_at
            """,
            "$queue", "$now", "$most");
        _delete = Prepare("DELETE FROM messages WHERE id = $id", "$id");
        _show = Prepare("UPDATE messages SET visible_at = $at WHERE id = $id", "$at", "$id");
        _move = Prepare(
            "UPDATE messages SET queue = $queue, inserted_at = $now, expires_at = $expires, visible_at = $now, dequeue_count = 0 WHERE id = $id",
            "$queue", "$now", "$expires", "$id");
        _next = Prepare($"SELECT MIN(visible_at) FROM messages WHERE queue = $queue AND visible_at < {Held}", "$queue");
        _expire = Prepare($"DELETE FROM messages WHERE expires_at <= $now AND visible_at < {Held}", "$now");
    }

    private DateTimeOffset Now => _clock.GetUtcNow();

    public void Begin() => Run(_begin);

    public void Commit() => Run(_commit);

    /// <summary>Forgets what was done since the beginning, if the failed commit did not do so itself.</summary>
    public void Rollback()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            Run(_rollback);
        }
    }

    public void Insert(NewMessage message, TimeSpan timeToLive)
    {
        DateTimeOffset now = Now;
        Run(_insert, message.Queue.Value, message.Body.ToArray(), Milliseconds(now), Milliseconds(now + timeToLive));
    }

    public IReadOnlyList<QueueMessage> Take(QueueName queue, int most)
    {
        Set(_take, queue.Value, Milliseconds(Now), most);
        using SqliteDataReader reader = _take.ExecuteReader();
        List<QueueMessage> taken = [];
        while (reader.Read())
        {
            taken.Add(new QueueMessage(
                reader.GetString(0), queue, new BinaryData(reader.GetFieldValue<byte[]>(1)), reader.GetInt32(2), Time(reader.GetInt64(3)), Time(reader.GetInt64(4))));
        }

        taken.Sort(static (one, other) => Row(one).CompareTo(Row(other)));
        return taken;
    }

    public int Delete(QueueMessage message) => Run(_delete, Row(message));

    public int ShowAfter(QueueMessage message, TimeSpan delay) => Run(_show, Milliseconds(Now + delay), Row(message));

    public int Move(QueueMessage message, QueueName queue, TimeSpan timeToLive)
    {
        DateTimeOffset now = Now;
        return Run(_move, queue.Value, Milliseconds(now), Milliseconds(now + timeToLive), Row(message));
    }

    /// <summary>When the next message of the queue becomes or became visible; null when there is none.</summary>
    public DateTimeOffset? NextVisible(QueueName queue)
    {
        Set(_next, queue.Value);
        return _next.ExecuteScalar() is long at ? Time(at) : null;
    }

    /// <summary>Deletes what nobody took in time and says how many.</summary>
    public int Expire() => Run(_expire, Milliseconds(Now));

    public void Dispose()
    {
        foreach (SqliteCommand command in _commands)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private static long Row(QueueMessage message) => long.Parse(message.Id, CultureInfo.InvariantCulture);

    private static long Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private static int Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        Set(command, values);
        return command.ExecuteNonQuery();
    }

    private static void Set(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (int index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index];
        }
    }

    private SqliteCommand Prepare(string sql, params ReadOnlySpan<string> parameters)
    {
        SqliteCommand command = new(sql, _connection);
        foreach (string name in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        _commands.Add(command);
        return command;
    }
}
