namespace CrossRegion.Portal.Tests.Browser;

/// <summary>Debian's browser (<c>apt-get install chromium</c>), or the one that CHROMIUM_PATH names.</summary>
internal static class Chromium
{
    public static string Path { get; } = Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } path ? path : "/usr/bin/chromium";

    /// <summary>Null when tests in the browser have to run.</summary>
    public static string? WhySkipped { get; } = File.Exists(Path) || Environment.GetEnvironmentVariable("CI") == "true"
        ? null
        : $"no browser at {Path}: install chromium, or set CHROMIUM_PATH";

    /// <summary>No sandbox: the tests also run as root in containers. Nothing goes out to the network.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];
}
