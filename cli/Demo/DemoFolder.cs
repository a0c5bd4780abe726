namespace CrossRegion.Cli.Demo;

/// <summary>Where one demo keeps what it has: the host's data, its log, and what the provinces received.</summary>
internal sealed record DemoFolder(string Root)
{
    public string HostLog => Path.Combine(Root, "host.log");

    public string Journal => Path.Combine(Root, "provinces.jsonl");

    /// <summary>The named directory, which is continued when a demo was there, or a new one below <paramref name="parent"/>.</summary>
    public static DemoFolder Open(string? named, string parent, DateTimeOffset now)
    {
        var root = Path.GetFullPath(named ?? Path.Combine(parent, "demo", now.ToString("yyyyMMdd-HHmmss", System.Globalization.CultureInfo.InvariantCulture)));
        Directory.CreateDirectory(root);
        return new DemoFolder(root);
    }
}
