using System.Globalization;
using System.Net;

namespace CrossRegion.App.Tests.Networks;

/// <summary>
/// The kernel's tables of TCP connections, as a process sees them in its namespace: <c>/proc/PID/net/tcp</c> and, for sockets of both
/// families, <c>tcp6</c>.
/// </summary>
internal static class TcpTable
{
    private const string InEstablished = "01";

    /// <summary>How many connections that a process has made to a peer's port are established.</summary>
    public static int EstablishedTo(int process, Uri peer) => Established(process, AddressOf(peer) + string.Create(CultureInfo.InvariantCulture, $":{peer.Port:X4}"));

    /// <summary>How many connections with a peer are established, whoever made them.</summary>
    public static int EstablishedWith(int process, Uri peer) => Established(process, AddressOf(peer) + ":");

    private static string AddressOf(Uri peer) => Convert.ToHexString([.. IPAddress.Parse(peer.Host).GetAddressBytes().Reverse()]);

    private static int Established(int process, string remote) => ((string[])["tcp", "tcp6"])
        .SelectMany(table => File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/net/{table}")).Skip(1))
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Count(fields => fields[3] == InEstablished && fields[2].Contains(remote, StringComparison.Ordinal));
}
