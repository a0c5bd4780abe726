using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CrossRegion.Embedded.Functions.Hosting;

/// <summary>Settings of the embedded host itself.</summary>
internal sealed record HostSettings
{
    /// <summary>Where all data of this host lives. Setting <c>CrossRegion__DataDirectory</c>, argument <c>--data</c>; default <c>./.crossregion</c>.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>
    /// Addresses to listen on. Setting <c>CrossRegion__Port</c>, argument <c>--port</c> (0 to 65535; 0 is any free port) on
    /// 127.0.0.1; else <c>ASPNETCORE_URLS</c>; else http://127.0.0.1:7071.
    /// </summary>
    public required string Urls { get; init; }

    /// <summary>
    /// Setting <c>CrossRegion__MaxWorkItemAttempts</c>: after how many bad ends in a row the engine sets a turn or an activity aside,
    /// 3 to 100; default 5. Higher on a machine that is often killed from outside.
    /// </summary>
    public int MaxWorkItemAttempts { get; init; } = DefaultAttempts;

    private const int DefaultAttempts = 5;

    /// <summary>Short names of arguments for settings.</summary>
    public static IDictionary<string, string> Switches { get; } = new Dictionary<string, string>
    {
        ["--data"] = "CrossRegion:DataDirectory",
        ["--port"] = "CrossRegion:Port",
        ["--script-root"] = "AzureWebJobsScriptRoot",
    };

    public static HostSettings Read(IConfiguration configuration, ICollection<string> faults)
    {
        string? port = configuration["CrossRegion:Port"];
        ushort number = 7071;
        if (port is not null && !ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out number))
        {
            faults.Add($"The port '{port}' (--port or CrossRegion__Port) is not a number from 0 to 65535.");
        }

        string? text = configuration["CrossRegion:MaxWorkItemAttempts"];
        int attempts = DefaultAttempts;
        if (text is not null && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out attempts) || attempts is < 3 or > 100))
        {
            faults.Add($"CrossRegion__MaxWorkItemAttempts is '{text}', not a whole number from 3 to 100.");
        }

        string? urls = port is null ? configuration["urls"] : null;
        return new HostSettings
        {
            DataDirectory = Path.GetFullPath(configuration["CrossRegion:DataDirectory"] ?? ".crossregion"),
            MaxWorkItemAttempts = attempts,
            Urls = string.IsNullOrEmpty(urls) ? $"http://127.0.0.1:{number}" : urls,
        };
    }
}
