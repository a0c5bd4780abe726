using System.Globalization;

namespace CrossRegion.Cli.Demo;

/// <summary>Where one demo keeps what it has: the stamps' data, and what the provinces received.</summary>
internal sealed record DemoFolder(string Root)
{
    public string Journal => Path.Combine(Root, "provinces.jsonl");

    /// <summary>The named directory, which is continued when a demo was there, or a new one below <paramref name="parent"/>.</summary>
    public static DemoFolder At(string? named, string parent, DateTimeOffset now) => new(
        Path.GetFullPath(named ?? Path.Combine(parent, "demo", now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture))));
}
