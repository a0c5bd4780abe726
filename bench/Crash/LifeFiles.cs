using System.Globalization;

namespace CrossRegion.Bench.Crash;

/// <summary>Where the lives of a run keep what.</summary>
internal sealed class LifeFiles(string directory)
{
    /// <summary>The engine's own, the same for every life.</summary>
    public string Data { get; } = Path.Combine(directory, "data");

    public string Ledger(int life) => Of(life, "ledger");

    public string Backlog(int life) => Of(life, "backlog");

    private string Of(int life, string what) => Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"{life:D5}.{what}"));
}
