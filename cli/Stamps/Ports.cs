using System.Net;
using System.Net.Sockets;

namespace CrossRegion.Cli.Stamps;

/// <summary>Ports of 127.0.0.1 for hosts that are yet to be started.</summary>
internal static class Ports
{
    /// <summary>Where the first host listens unless it is told otherwise.</summary>
    public const int Usual = 7071;

    /// <summary>Those of so many ports in a row that somebody has.</summary>
    public static IReadOnlyList<int> Taken(int first, int count)
    {
        var taken = new List<int>();
        foreach (var port in Enumerable.Range(first, count))
        {
            using var listener = Listen(port);
            if (listener is null)
            {
                taken.Add(port);
            }
        }
        return taken;
    }

    /// <summary>So many ports from the usual one on, and a free one for each that is taken.</summary>
    public static IReadOnlyList<int> Free(int count)
    {
        List<TcpListener> held = [];
        try
        {
            // Held together, so that none is given twice.
            held.AddRange(Enumerable.Range(Usual, count).Select(port => Listen(port) ?? Listen(0)!));
            return [.. held.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            held.ForEach(listener => listener.Dispose());
        }
    }

    private static TcpListener? Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException)
        {
            listener.Dispose();
            return null;
        }
    }
}
