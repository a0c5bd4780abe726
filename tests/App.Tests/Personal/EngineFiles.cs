using CrossRegion.Embedded.DurableTask.Binary;
using Microsoft.Data.Sqlite;

namespace CrossRegion.App.Tests.Personal;

/// <summary>What the engine's files hold, unpacked: it compresses what it keeps.</summary>
internal static class EngineFiles
{
    /// <summary>The format of a row whose rest is compressed, in both files.</summary>
    private const byte Packed = 3;

    /// <summary>Inputs, outputs, histories, messages and failures of all instances, and every entry of the journal.</summary>
    public static IEnumerable<byte[]> Unpacked(string directory) =>
        Rows(Path.Combine(directory, "engine.db"), "SELECT state FROM instances").Concat(Rows(Path.Combine(directory, "journal.db"), "SELECT data FROM journal"));

    private static List<byte[]> Rows(string path, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        List<byte[]> found = [];
        while (rows.Read())
        {
            found.Add(Unpack(rows.GetFieldValue<byte[]>(0)));
        }

        return found;
    }

    private static byte[] Unpack(byte[] row)
    {
        var from = new ByteReader(row);
        if (from.Byte() != Packed)
        {
            return row;
        }

        from.Fixed32(); // the checksum
        return Compression.Unpack(from.Count(), from.Rest());
    }
}
