using System.Text;

namespace CrossRegion.Bench.Crash;

/// <summary>
/// What happened in one life, told outside the engine, in the order of its happening. Each line is handed to the operating
/// system before <see cref="Write"/> returns, so it outlives the process however that ends.
/// </summary>
internal sealed class Ledger(string path) : IDisposable
{
    private readonly FileStream _file = new(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
    private readonly Lock _gate = new();

    public void Write(LedgerKind kind, string application, string step = "", params IReadOnlyList<Heard> heard)
    {
        var line = Encoding.UTF8.GetBytes(new LedgerLine(kind, application, step, heard) + "\n");
        lock (_gate)
        {
            _file.Write(line);
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>The whole lines of a life that is over.</summary>
    public static IEnumerable<LedgerLine> Read(string path)
    {
        foreach (var line in File.ReadAllText(path).Split('\n')[..^1])
        {
            yield return LedgerLine.Parse(line) ?? throw new InvalidDataException($"'{path}' has the line '{line}'.");
        }
    }
}
