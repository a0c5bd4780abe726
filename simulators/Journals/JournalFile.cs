using System.Text;
using System.Text.Json;
using CrossRegion.Simulators.Events;

namespace CrossRegion.Simulators.Journals;

/// <summary>The journal on disk: one event a line, in the order of receipt.</summary>
internal sealed class JournalFile : IDisposable
{
    private readonly StreamWriter _writer;

    public JournalFile(string path)
    {
        _writer = new StreamWriter(path, append: true, new UTF8Encoding(false)) { AutoFlush = true };
        if (_writer.BaseStream.Position > 0)
        {
            // Ends a line that a crash cut off; an empty line is nothing.
            _writer.WriteLine();
        }
    }

    /// <summary>What was received before; a last line that a crash cut off counts as not received.</summary>
    public static IEnumerable<ReceivedEvent> Read(string path)
    {
        if (!File.Exists(path))
        {
            yield break;
        }
        foreach (var line in File.ReadAllLines(path))
        {
            ReceivedEvent? received = null;
            try
            {
                received = JsonSerializer.Deserialize<ReceivedEvent>(line, Wire.Json);
            }
            catch (JsonException)
            {
                // Cut off: its sender got no answer and sends again.
            }
            if (received is not null)
            {
                yield return received;
            }
        }
    }

    public void Append(ReceivedEvent received) => _writer.WriteLine(JsonSerializer.Serialize(received, Wire.Json));

    public void Dispose() => _writer.Dispose();
}
