using System.Globalization;
using System.Net;

namespace CrossRegion.App.Tests.Networks;

/// <summary>
/// Namespaces with a line between each two of them, and one from each to the test. Lines between namespaces can be cut, each way by
/// itself; gone after the test.
/// </summary>
/// <remarks>
/// A cut is a wrong link address in the sender's neighbour table: packets go out and nobody takes them, as on a real line that is dead.
/// Neither end is told, connections stay as they are, and the kernel needs nothing for it but <c>veth</c>.
/// </remarks>
internal sealed class StampNetwork : IDisposable
{
    /// <summary>Nobody's: no interface made by the kernel or by a vendor has it.</summary>
    private const string Nobody = "02:00:00:00:00:00";

    private readonly Dictionary<string, NetworkNamespace> _places = [];
    private readonly HashSet<(string From, string To)> _cut = [];

    /// <param name="places">Two letters or digits each; at most six.</param>
    public StampNetwork(IReadOnlyList<string> places)
    {
        Hub = Address(1);
        try
        {
            NamespaceNames.Abandoned().ToList().ForEach(NamespaceNames.Remove);
            foreach (var (i, place) in places.Index())
            {
                var made = new NetworkNamespace(NamespaceNames.Of(place), Address(i + 2));
                IpCommand.Run($"netns add {made.Name}");
                _places[place] = made;
                IpCommand.Run($"-n {made.Name} link set lo up");
                ConnectToHub(made);
            }

            foreach (var (i, first) in places.Index())
            {
                foreach (var second in places.Skip(i + 1))
                {
                    Connect(first, second);
                }
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Why there is none on this machine; null when there can be.</summary>
    public static string? Obstacle { get; } = FindObstacle();

    /// <summary>The test's own address on its lines to the namespaces.</summary>
    public IPAddress Hub { get; }

    public NetworkNamespace this[string place] => _places[place];

    /// <summary>From now on nothing gets from one to the other; the other way is as it was.</summary>
    public void Cut(string from, string to)
    {
        IpCommand.Run($"-n {_places[from].Name} neigh replace {_places[to].Address} lladdr {Nobody} dev to-{to} nud permanent");
        _cut.Add((from, to));
    }

    /// <summary>Makes all lines whole.</summary>
    public void Mend()
    {
        foreach (var (from, to) in _cut)
        {
            IpCommand.Run($"-n {_places[from].Name} neigh del {_places[to].Address} dev to-{to}");
        }

        _cut.Clear();
    }

    public void Dispose()
    {
        foreach (var place in _places.Values)
        {
            NamespaceNames.Remove(place.Name);
        }

        _places.Clear();
    }

    /// <summary>An address of those that are set aside for tests of networks (RFC 2544), eight for each process.</summary>
    private static IPAddress Address(int number)
    {
        const int Addresses = 1 << 17;
        var offset = ((Environment.ProcessId * 8) % Addresses) + number;
        return new IPAddress([198, (byte)(18 + (offset >> 16)), (byte)(offset >> 8), (byte)offset]);
    }

    private static string? FindObstacle()
    {
        try
        {
            using var tried = new StampNetwork(["a", "b"]);
            return null;
        }
        catch (Exception failure) when (failure is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return string.Create(CultureInfo.InvariantCulture, $"no network namespaces can be made here: {failure.Message}");
        }
    }

    private void ConnectToHub(NetworkNamespace place)
    {
        // Its end here has its own name; the other end goes with the namespace, and this one with it.
        IpCommand.Run($"link add {place.Name} type veth peer name hub netns {place.Name}");
        IpCommand.Run($"addr add {Hub} peer {place.Address} dev {place.Name}");
        IpCommand.Run($"link set {place.Name} up");
        IpCommand.Run($"-n {place.Name} addr add {place.Address} peer {Hub} dev hub");
        IpCommand.Run($"-n {place.Name} link set hub up");
    }

    private void Connect(string first, string second)
    {
        var (one, other) = (_places[first], _places[second]);
        IpCommand.Run($"link add to-{second} netns {one.Name} type veth peer name to-{first} netns {other.Name}");
        Attach(one, other, $"to-{second}");
        Attach(other, one, $"to-{first}");
    }

    private static void Attach(NetworkNamespace place, NetworkNamespace peer, string line)
    {
        IpCommand.Run($"-n {place.Name} addr add {place.Address} peer {peer.Address} dev {line}");
        IpCommand.Run($"-n {place.Name} link set {line} up");
    }
}
