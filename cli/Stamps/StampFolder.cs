using System.Diagnostics;

namespace CrossRegion.Cli.Stamps;

/// <summary>The data directory of one stamp, with the log of its host.</summary>
internal sealed record StampFolder(string Path)
{
    public string HostLog => System.IO.Path.Combine(Path, "host.log");

    /// <summary>Holds the process id of the host that runs on these data.</summary>
    public string HostProcess => System.IO.Path.Combine(Path, "host.pid");

    /// <summary>The host that runs on these data, or null: that of a command that was killed may still be there, and two would be one too many.</summary>
    public int? FindHost()
    {
        if (!File.Exists(HostProcess) || !int.TryParse(File.ReadAllText(HostProcess), out var id))
        {
            return null;
        }
        try
        {
            using var process = Process.GetProcessById(id);
            return process.ProcessName == "dotnet" ? id : null;
        }
        catch (ArgumentException)
        {
            return null; // Gone.
        }
    }
}
