using CrossRegion.Embedded.DurableTask.Instances;
using Microsoft.Data.Sqlite;

namespace CrossRegion.Embedded.DurableTask.Storage;

/// <summary>Lists of instances, as of the last checkpoint (a query has one written first).</summary>
internal sealed partial class EngineStore
{
    /// <summary>Up to <see cref="InstanceFilter.Limit"/> instances in the order of their first checkpoint, each with its place.</summary>
    public IReadOnlyList<(long Place, string Id, InstanceState State)> List(InstanceFilter filter)
    {
        lock (_readingGate)
        {
            using var command = _reading.Command(
                $"""
                SELECT place, id, state FROM instances
                WHERE place > $after
                  AND ($prefix IS NULL OR substr(id, 1, length($prefix)) = $prefix)
                  AND ($from IS NULL OR created >= $from) AND ($to IS NULL OR created <= $to)
                  AND ($doneFrom IS NULL OR updated >= $doneFrom) AND ($doneTo IS NULL OR updated <= $doneTo)
                  AND ($all OR status IN ({string.Join(",", filter.Statuses?.Select(status => (int)status) ?? [])}))
                ORDER BY place LIMIT $limit
                """);
            Add(command, "$after", filter.After);
            Add(command, "$prefix", filter.IdPrefix);
            Add(command, "$from", filter.CreatedFrom?.Ticks);
            Add(command, "$to", filter.CreatedTo?.Ticks);
            Add(command, "$doneFrom", filter.UpdatedFrom?.Ticks);
            Add(command, "$doneTo", filter.UpdatedTo?.Ticks);
            Add(command, "$all", filter.Statuses is null);
            Add(command, "$limit", filter.Limit);
            using var rows = command.ExecuteReader();
            List<(long, string, InstanceState)> found = [];
            while (rows.Read())
            {
                found.Add((rows.GetInt64(0), rows.GetString(1), Decode(rows.GetString(1), rows.GetFieldValue<byte[]>(2))));
            }

            return found;
        }
    }

    private static void Add(SqliteCommand command, string name, object? value) => command.Parameters.AddWithValue(name, value ?? DBNull.Value);
}
