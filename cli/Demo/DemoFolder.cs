using System.Diagnostics;
using System.Globalization;

namespace CrossRegion.Cli.Demo;

/// <summary>Where one demo keeps what it has: the host's data, its log, and what the provinces received.</summary>
internal sealed record DemoFolder(string Root)
{
    public string HostLog => Path.Combine(Root, "host.log");

    /// <summary>Holds the process id of the host that runs on these data.</summary>
    public string HostProcess => Path.Combine(Root, "host.pid");

    public string Journal => Path.Combine(Root, "provinces.jsonl");

    /// <summary>The named directory, which is continued when a demo was there, or a new one below <paramref name="parent"/>.</summary>
    /// <exception cref="CommandException">A host still runs on these data.</exception>
    public static DemoFolder Open(string? named, string parent, DateTimeOffset now)
    {
        var root = Path.GetFullPath(named ?? Path.Combine(parent, "demo", now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)));
        Directory.CreateDirectory(root);
        var folder = new DemoFolder(root);
        folder.RefuseWhenInUse();
        return folder;
    }

    /// <summary>Two hosts on the same data would be one too many: the host of a demo that was killed may still be there.</summary>
    private void RefuseWhenInUse()
    {
        if (!File.Exists(HostProcess) || !int.TryParse(File.ReadAllText(HostProcess), out var id))
        {
            return;
        }
        try
        {
            using var process = Process.GetProcessById(id);
            if (process.ProcessName == "dotnet")
            {
                throw new CommandException(
                    $"主机进程 {id} 仍在使用 {Root},请先结束它。", $"The host process {id} still uses {Root}; end it first.");
            }
        }
        catch (ArgumentException)
        {
            // Gone.
        }
    }
}
