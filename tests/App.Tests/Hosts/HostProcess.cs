using System.Diagnostics;
using System.Text;

namespace CrossRegion.App.Tests.Hosts;

/// <summary>A function app as a process of its own, until it is disposed of or dies.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource _listens = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Its number for the kernel.</summary>
    public int Id => _process.Id;

    /// <summary>Ends when the process does, whoever ended it.</summary>
    public Task Died => _process.WaitForExitAsync();

    /// <summary>The last of what it printed.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString(Math.Max(0, _output.Length - 4000), Math.Min(4000, _output.Length));
            }
        }
    }

    /// <param name="program">An assembly beside the tests.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="settings">Its environment.</param>
    /// <param name="entry">What comes before the command, and becomes it: where it is to run.</param>
    public static HostProcess Start(
        string program, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> settings, IReadOnlyList<string> entry)
    {
        string[] command = [.. entry, "dotnet", Path.Combine(AppContext.BaseDirectory, program), .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new HostProcess(Process.Start(start)!);
    }

    /// <summary>Waits until it listens, or is dead.</summary>
    public async Task UpAsync()
    {
        try
        {
            await Task.WhenAny(_listens.Task, Died).WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Waited {Patience} for the host to listen and saw: {Output}");
        }
    }

    /// <summary>Waits until it is dead.</summary>
    public async Task DeathAsync(string cause, TimeSpan limit)
    {
        try
        {
            await Died.WaitAsync(limit);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Waited {limit} for the host to die of {cause}; it still runs and printed: {Output}");
        }
    }

    /// <summary><c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (line.StartsWith("Listening on ", StringComparison.Ordinal))
        {
            _listens.TrySetResult();
        }
    }
}
