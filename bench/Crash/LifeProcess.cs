using System.Diagnostics;
using System.Globalization;

namespace CrossRegion.Bench.Crash;

/// <summary>The process of one life.</summary>
internal sealed class LifeProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly Dictionary<string, TaskCompletionSource> _said = new()
    {
        [Life.Open] = new(TaskCreationOptions.RunContinuationsAsynchronously),
        [Life.Loaded] = new(TaskCreationOptions.RunContinuationsAsynchronously),
    };

    public LifeProcess(string directory, int life, int concurrency, bool finish)
    {
        string[] arguments =
        [
            LifeCommand.Name, "--directory", directory,
            "--life", life.ToString(CultureInfo.InvariantCulture),
            "--concurrency", concurrency.ToString(CultureInfo.InvariantCulture),
            "--finish", finish ? "true" : "false",
        ];
        var self = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this program is not known.");
        var isDotnet = Path.GetFileNameWithoutExtension(self) == "dotnet";
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(self, isDotnet ? [Environment.GetCommandLineArgs()[0], .. arguments] : arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
            EnableRaisingEvents = true,
        };
        _process.OutputDataReceived += (_, said) => Said(said.Data);
        _process.ErrorDataReceived += (_, said) => Console.Error.Write(said.Data is { } line ? line + Environment.NewLine : string.Empty);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Ends when the process says so; fails if it ends before, or takes too long.</summary>
    public async Task WaitForAsync(string word)
    {
        var exit = _process.WaitForExitAsync();
        await Task.WhenAny(_said[word].Task, exit).WaitAsync(Patience);
        if (!_said[word].Task.IsCompleted)
        {
            throw new InvalidOperationException($"The engine's process ended with status {_process.ExitCode} before it was {word}.");
        }
    }

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary><c>kill -9</c>.</summary>
    /// <returns>Whether it was still alive.</returns>
    public async Task<bool> KillAsync()
    {
        var isAlive = !_process.HasExited;
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return isAlive;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private void Said(string? line)
    {
        if (line is not null && _said.TryGetValue(line, out var said))
        {
            said.TrySetResult();
        }
    }
}
