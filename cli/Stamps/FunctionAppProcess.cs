using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace CrossRegion.Cli.Stamps;

/// <summary>The function app in a process of its own, its output in a log file.</summary>
internal sealed class FunctionAppProcess : IAsyncDisposable
{
    private const int SigTerm = 15;

    /// <summary>A process that signal n ended has the exit code 128 + n.</summary>
    private const int SignalBase = 128;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    private readonly Process _process;
    private readonly StampFolder _folder;
    private readonly Task _logging;

    private FunctionAppProcess(Process process, StampFolder folder)
    {
        _process = process;
        _folder = folder;
        File.WriteAllText(folder.HostProcess, process.Id.ToString(CultureInfo.InvariantCulture));
        _logging = LogAsync();
    }

    /// <summary>Ends when the process does, whoever ended it.</summary>
    public Task Exited => _process.WaitForExitAsync();

    /// <summary>True when a signal ended it, as <c>kill -9</c> does: it did not give up of itself.</summary>
    public bool WasKilled => _process.HasExited && _process.ExitCode > SignalBase;

    /// <summary>Starts the app that lies beside the command.</summary>
    /// <param name="address">Where it shall listen.</param>
    /// <param name="settings">Its settings, as environment variables besides those of this process; null: one that it is not to have.</param>
    /// <param name="folder">Where its data are; its output is appended to the log there.</param>
    public static FunctionAppProcess Start(Uri address, IReadOnlyDictionary<string, string?> settings, StampFolder folder)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "CrossRegion.Functions.dll"), "--urls", address.GetLeftPart(UriPartial.Authority) },
            // Not the user's directory: a local.settings.json there is for another host.
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment[DataDirectory.Setting] = folder.Path;
        foreach (var (name, value) in settings)
        {
            if (value is null)
            {
                start.Environment.Remove(name);
            }
            else
            {
                start.Environment[name] = value;
            }
        }
        return new FunctionAppProcess(
            Process.Start(start) ?? throw new CommandException("主机无法启动。", "The host cannot be started."), folder);
    }

    /// <summary>Asks it to end, and ends it when it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            AskToEnd();
            try
            {
                await _process.WaitForExitAsync().WaitAsync(Grace);
            }
            catch (TimeoutException)
            {
                _process.Kill(entireProcessTree: true);
                await _process.WaitForExitAsync();
            }
        }
        await _logging;
        _process.Dispose();
        File.Delete(_folder.HostProcess);
    }

    private void AskToEnd()
    {
        if (OperatingSystem.IsWindows())
        {
            // No signal there; what it was at, it takes up again at its next start.
            _process.Kill(entireProcessTree: true);
        }
        else
        {
            _ = Kill(_process.Id, SigTerm);
        }
    }

    private async Task LogAsync()
    {
        await using var log = TextWriter.Synchronized(new StreamWriter(_folder.HostLog, append: true) { AutoFlush = true });
        await Task.WhenAll(CopyAsync(_process.StandardOutput, log), CopyAsync(_process.StandardError, log));
    }

    private static async Task CopyAsync(StreamReader from, TextWriter log)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            await log.WriteLineAsync(line);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
