using System.Globalization;
using System.Net;

namespace CrossRegion.App.Tests.Networks;

/// <summary>The kernel's table of TCP connections, as a process sees it in its namespace (<c>/proc/PID/net/tcp</c> and, for sockets of both families, <c>tcp6</c>).</summary>
internal static class TcpTable
{
    private const string InEstablished = "01";

    /// <summary>How many connections that were made to a peer's port are established.</summary>
    public static int EstablishedTo(int process, Uri peer)
    {
        var address = Convert.ToHexString([.. IPAddress.Parse(peer.Host).GetAddressBytes().Reverse()]);
        var end = string.Create(CultureInfo.InvariantCulture, $"{address}:{peer.Port:X4}");
        return ((string[])["tcp", "tcp6"])
            .SelectMany(table => File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/net/{table}")).Skip(1))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Count(fields => fields[3] == InEstablished && fields[2].EndsWith(end, StringComparison.Ordinal));
    }
}
