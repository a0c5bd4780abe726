using System.Net.Sockets;

namespace CrossRegion.Cli.Stamps;

/// <summary>Keeps the host running: when somebody ends it, it is started again on the same data, and the cases go on.</summary>
internal sealed class HostKeeper : IAsyncDisposable
{
    private const int FailedStartsAllowed = 3;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly Func<FunctionAppProcess> _start;
    private readonly StampFolder _folder;
    private readonly TimeProvider _time;
    private readonly Action _restarted;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _firstHealth = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Uri _address;
    private Task _keeping = Task.CompletedTask;

    /// <param name="address">Where the host listens.</param>
    /// <param name="settings">The host's settings besides its data directory.</param>
    /// <param name="folder">Where its data and its log are.</param>
    /// <param name="time">The clock.</param>
    /// <param name="restarted">Called when it had to be started again.</param>
    public HostKeeper(Uri address, IReadOnlyDictionary<string, string?> settings, StampFolder folder, TimeProvider time, Action restarted)
    {
        _address = address;
        _folder = folder;
        _time = time;
        _restarted = restarted;
        _start = () => FunctionAppProcess.Start(address, settings, folder);
    }

    /// <summary>Starts the host and waits until it is healthy.</summary>
    /// <exception cref="CommandException">It does not become healthy.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        _keeping = KeepAsync();
        await Task.WhenAny(_firstHealth.Task, _keeping).WaitAsync(cancellation);
        await (_firstHealth.Task.IsCompleted ? _firstHealth.Task : _keeping);
    }

    /// <summary>Ends with an exception when the host cannot be kept running; never ends otherwise before it is stopped.</summary>
    public Task Failure => _keeping;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _keeping;
        }
        catch (CommandException)
        {
            // Told by StartAsync or Failure already.
        }
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task KeepAsync()
    {
        for (var failed = 0; failed < FailedStartsAllowed;)
        {
            await using var process = _start();
            var healthy = await BecomesHealthyAsync(process);
            if (healthy)
            {
                _firstHealth.TrySetResult();
                await EndsAsync(process);
            }
            if (await StoppedWithinAsync(Pause))
            {
                return;
            }
            if (healthy || process.WasKilled)
            {
                _restarted();
            }
            failed = healthy ? 0 : process.WasKilled ? failed : failed + 1;
        }
        throw new CommandException($"主机无法启动,见 {_folder.HostLog}。", $"The host cannot be started; see {_folder.HostLog}.");
    }

    private async Task<bool> BecomesHealthyAsync(FunctionAppProcess process)
    {
        var started = _time.GetTimestamp();
        while (!process.Exited.IsCompleted && _time.GetElapsedTime(started) < StartLimit)
        {
            if (await IsHealthyAsync())
            {
                return true;
            }
            if (await StoppedWithinAsync(Pause / 3))
            {
                break;
            }
        }
        return false;
    }

    private async Task<bool> IsHealthyAsync()
    {
        try
        {
            using var response = await _http.GetAsync(new Uri(_address, "/api/health"), _stop.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or SocketException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task EndsAsync(FunctionAppProcess process)
    {
        try
        {
            await process.Exited.WaitAsync(_stop.Token);
        }
        catch (OperationCanceledException)
        {
            // Stopped: leaving disposes of the process.
        }
    }

    private async Task<bool> StoppedWithinAsync(TimeSpan span)
    {
        try
        {
            await Task.Delay(span, _time, _stop.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }
}
