using System.Net;
using System.Net.Sockets;

namespace CrossRegion.FunctionsHost.Tests.Queues.Storage;

/// <summary>Passes connections on to another port of 127.0.0.1; while it is down it hangs up on everybody, as a service does that has failed.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private readonly int _target;
    private CancellationTokenSource _up = new();

    public Relay(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public bool IsDown { get; private set; }

    public void GoDown()
    {
        IsDown = true;
        Interlocked.Exchange(ref _up, new CancellationTokenSource()).Cancel();
    }

    public void ComeUp() => IsDown = false;

    public async ValueTask DisposeAsync()
    {
        GoDown();
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                TcpClient caller = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = PassOnAsync(caller, _up.Token);
            }
            catch (Exception fault) when (fault is OperationCanceledException or SocketException)
            {
                // stopped
            }
        }
    }

    private async Task PassOnAsync(TcpClient caller, CancellationToken up)
    {
        using TcpClient from = caller;
        if (IsDown)
        {
            return;
        }

        try
        {
            using TcpClient to = new();
            await to.ConnectAsync(IPAddress.Loopback, _target, up);
            Task there = from.GetStream().CopyToAsync(to.GetStream(), up);
            Task back = to.GetStream().CopyToAsync(from.GetStream(), up);
            await Task.WhenAny(there, back);
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or IOException)
        {
            // hung up
        }
    }
}
