using System.Net;
using System.Net.Sockets;

namespace CrossRegion.Exchange.Tests.Stamps;

/// <summary>The line from one stamp to another: real TCP, which a test may cut. What is open when it is cut feels it too.</summary>
internal sealed class LinkProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _accepting;
    private volatile CancellationTokenSource _current = new();
    private volatile LinkMode _mode = LinkMode.Open;
    private int _port;
    private int _requests;

    public LinkProxy()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>How often something was sent towards the other end since the beginning; at least once a request.</summary>
    public int Sent => Volatile.Read(ref _requests);

    /// <summary>Leads to another port from now on: the stamp behind was started again.</summary>
    public void LeadTo(int port) => Volatile.Write(ref _port, port);

    public void Be(LinkMode mode)
    {
        _mode = mode;
        Interlocked.Exchange(ref _current, new CancellationTokenSource()).Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _current.CancelAsync();
        _listener.Stop();
        await _accepting;
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                _ = CarryAsync(await _listener.AcceptTcpClientAsync(_closing.Token));
            }
            catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        var cut = _current.Token; // Before the mode: what begins while the line changes is as it was and cut, or as it is.
        var mode = _mode;
        using (client)
        {
            try
            {
                client.LingerState = new LingerOption(enable: true, seconds: 0);
                if (mode == LinkMode.Cut)
                {
                    return;
                }

                if (mode == LinkMode.HalfOpen)
                {
                    await client.GetStream().CopyToAsync(Stream.Null, cut);
                    return;
                }

                using var server = new TcpClient();
                await server.ConnectAsync(IPAddress.Loopback, Volatile.Read(ref _port), cut);
                var there = CopyAsync(client.GetStream(), server.GetStream(), count: true, cut);
                var back = mode == LinkMode.NoAnswers
                    ? server.GetStream().CopyToAsync(Stream.Null, cut)
                    : CopyAsync(server.GetStream(), client.GetStream(), count: false, cut);
                await Task.WhenAny(there, back);
            }
            catch (Exception end) when (end is OperationCanceledException or IOException or SocketException)
            {
                // Cut, or one end is gone: the other one notices.
            }
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, bool count, CancellationToken cut)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, cut) is > 0 and var read)
        {
            if (count)
            {
                Interlocked.Increment(ref _requests);
            }

            await to.WriteAsync(buffer.AsMemory(0, read), cut);
        }
    }
}
