using System.Diagnostics;
using System.Globalization;

namespace CrossRegion.App.Tests.Networks;

/// <summary>
/// Names that tell which process made a namespace or an interface, so that two runs do not meet and what a killed one has left is found:
/// <c>cr4711-51</c>. An interface's has at most 15 characters.
/// </summary>
internal static class NamespaceNames
{
    private const string Prefix = "cr";

    public static string Of(string place) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{place}");

    /// <summary>Those of runs that are over, with their place.</summary>
    public static IReadOnlyList<string> Abandoned() =>
    [
        .. IpCommand.Run("netns list")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ')[0])
            .Where(name => MakerOf(name) is { } maker && !Directory.Exists($"/proc/{maker}")),
    ];

    /// <summary>Removes a namespace, with whatever runs in it still.</summary>
    public static void Remove(string name)
    {
        foreach (var process in IpCommand.Run($"netns pids {name}").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                using var left = Process.GetProcessById(int.Parse(process, CultureInfo.InvariantCulture));
                left.Kill();
                left.WaitForExit();
            }
            catch (ArgumentException)
            {
                // It has just ended by itself.
            }
        }

        IpCommand.Run($"netns del {name}");
    }

    private static int? MakerOf(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) && int.TryParse(name[Prefix.Length..].Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var maker)
            ? maker
            : null;
}
