using System.Globalization;
using System.Net;

namespace CrossRegion.App.Tests.Networks;

/// <summary>The kernel's table of TCP connections, as a process sees it in its namespace (<c>/proc/PID/net/tcp</c>).</summary>
internal static class TcpTable
{
    private const string InEstablished = "01";

    /// <summary>How many connections to or from an address are established.</summary>
    public static int Established(int process, Uri peer)
    {
        var address = Convert.ToHexString(IPAddress.Parse(peer.Host).GetAddressBytes().Reverse().ToArray());
        return File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/net/tcp")).Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Count(fields => fields[3] == InEstablished && fields[2].Split(':')[0] == address);
    }
}
