using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace CrossRegion.Adapters.Tests.Cosmos.Gateway;

/// <summary>The account: its databases and containers, its faults, and what was asked of it.</summary>
internal sealed class GatewayState(TimeProvider time, int ranges, string consistency)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _databases = [];
    private readonly Dictionary<string, GatewayContainer> _containers = [];
    private TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Consistency => consistency;

    public Func<GatewayRequest, ValueTask<GatewayFault?>> Fault { get; set; } = _ => default;

    public bool Reachable { get; set; } = true;

    public ConcurrentQueue<GatewayRequest> Requests { get; } = [];

    /// <summary>Completes with the next write; taken before looking, it makes waiting miss nothing.</summary>
    public Task NextWrite => Volatile.Read(ref _written).Task;

    /// <summary>Everything that touches databases, containers or items goes through here.</summary>
    public T Locked<T>(Func<T> access)
    {
        lock (_lock)
        {
            return access();
        }
    }

    public void Written() =>
        Interlocked.Exchange(ref _written, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    public string? DatabaseRid(string id) => _databases.GetValueOrDefault(id);

    public string CreateDatabase(string id) => _databases[id] = Rid([(byte)(_databases.Count + 1), 0, 0, 0]);

    /// <summary>By name or by resource id.</summary>
    public GatewayContainer? Container(string name) =>
        _containers.GetValueOrDefault(name) ?? _containers.Values.FirstOrDefault(container => container.Rid == name);

    /// <summary>Containers of leases have one range, as small ones have.</summary>
    public GatewayContainer CreateContainer(JsonObject properties)
    {
        var name = (string)properties["id"]!;
        var rid = Rid([1, 0, 0, 0, 0x80, 0, 0, (byte)(_containers.Count + 1)]);
        return _containers[name] = new GatewayContainer(name, rid, properties, name == "leases" ? 1 : ranges, time);
    }

    private static string Rid(byte[] bytes) => Convert.ToBase64String(bytes).Replace('/', '-');
}
