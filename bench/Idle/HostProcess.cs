using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CrossRegion.Bench.Idle;

/// <summary>The function app in a process of its own, with a data directory of its own.</summary>
internal sealed partial class HostProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private HostProcess(Process process) => _process = process;

    public int Id => _process.Id;

    /// <summary>User and system time so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <returns>The process, once it has answered a request, and how long that took from its start.</returns>
    public static async Task<(HostProcess Host, TimeSpan Ready)> StartAsync(string dataDirectory)
    {
        var begun = Stopwatch.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "CrossRegion.Functions.dll"), "--port", "0", "--data", dataDirectory])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("The host could not be started.");
        var host = new HostProcess(process);
        try
        {
            var address = await host.AddressAsync().WaitAsync(Patience);
            using var http = new HttpClient();
            using var answer = await http.GetAsync(address);
            return (host, Stopwatch.GetElapsedTime(begun));
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task<Uri> AddressAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Address().Match(line) is { Success: true } found)
            {
                // Nobody reads on: whatever else it prints is thrown away, so that it never waits for a reader.
                _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new Uri(found.Value);
            }
        }

        throw new InvalidOperationException("The host ended before it was ready.");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
