using System.Diagnostics;

namespace CrossRegion.App.Tests.Networks;

/// <summary>The command <c>ip</c> of iproute2.</summary>
internal static class IpCommand
{
    /// <summary>Does it, and gives back what it printed.</summary>
    /// <param name="command">Words with single spaces between them.</param>
    /// <exception cref="InvalidOperationException">It could not be done; the message has what the command said.</exception>
    public static string Run(string command)
    {
        var start = new ProcessStartInfo("ip", command.Split(' ')) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var wrong = process.StandardError.ReadToEndAsync();
        var told = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? told : throw new InvalidOperationException($"ip {command}: {wrong.GetAwaiter().GetResult().Trim()}");
    }
}
