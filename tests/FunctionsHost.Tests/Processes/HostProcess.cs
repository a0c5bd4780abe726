using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CrossRegion.FunctionsHost.Tests.Processes;

/// <summary>The host as a process of its own.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const string Ready = "Listening on ";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private HostProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Take(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Take(_errors, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => Text(_output);

    public string Errors => Text(_errors);

    public static HostProcess Start(TemporaryDirectory home, params string[] args)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        string[] all = [typeof(HostProcess).Assembly.Location, "--data", home.PathOf("data"), "--script-root", home.Root, .. args];
        Array.ForEach(all, start.ArgumentList.Add);
        return new HostProcess(Process.Start(start)!);
    }

    /// <summary>A client for the address that the process prints when it is ready.</summary>
    public async Task<HttpClient> ReadyAsync()
    {
        Task ended = _process.WaitForExitAsync();
        try
        {
            Task first = await Task.WhenAny(_address.Task, ended).WaitAsync(Patience);
            if (first == _address.Task)
            {
                return new HttpClient { BaseAddress = await _address.Task };
            }
        }
        catch (TimeoutException)
        {
            // told below
        }

        throw new TimeoutException($"Waited for '{Ready}' and saw: {Output}{Errors}");
    }

    public async Task<int> EndAsync()
    {
        try
        {
            await _process.WaitForExitAsync().WaitAsync(Patience);
            return _process.ExitCode;
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Waited {Patience.TotalSeconds} s for the process to end and saw: {Output}{Errors}");
        }
    }

    /// <summary>Asks it to stop, as a container's host does.</summary>
    public async Task TerminateAsync()
    {
        using Process kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }

    private void Take(StringBuilder text, string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (text)
        {
            text.AppendLine(line);
        }

        if (line.StartsWith(Ready, StringComparison.Ordinal))
        {
            _address.TrySetResult(new Uri(line[Ready.Length..]));
        }
    }
}
