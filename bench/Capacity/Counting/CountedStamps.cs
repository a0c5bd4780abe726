using System.Text.Json.Nodes;
using CrossRegion.Bench.Exchange;
using CrossRegion.Bench.Measuring;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Embedded.DurableTask.History;
using CrossRegion.Embedded.DurableTask.Hosting;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Simulators;
using CrossRegion.Simulators.Platforms;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrossRegion.Bench.Capacity.Counting;

/// <summary>Three whole stamps, peers of each other over HTTP, each with the simulated systems of its province; everything is counted.</summary>
internal sealed class CountedStamps : IAsyncDisposable
{
    private static readonly string[] Provinces = ["51", "50", "44"];
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, BenchStamp> _stamps = [];
    private readonly Dictionary<string, SimulatedProvinces> _simulated = [];

    public Tally Tally { get; } = new();

    public static async Task<CountedStamps> StartAsync(string folder)
    {
        var ports = Provinces.ToDictionary(province => province, _ => FreePort.Next());
        foreach (var province in Provinces)
        {
            BenchStamp.MakeKey(folder, province);
        }

        var all = new CountedStamps();
        foreach (var province in Provinces)
        {
            var simulated = all._simulated[province] = await SimulatedProvinces.StartAsync(new SimulationOptions { Provinces = [province] });
            var stamp = all._stamps[province] = await BenchStamp.StartAsync(
                folder,
                province,
                ports[province],
                ports.Where(peer => peer.Key != province).Select(peer => (peer.Key, peer.Value)),
                simulated.HostSettings().Select(setting => $"--{setting.Key.Replace("__", ":", StringComparison.Ordinal)}={setting.Value}"),
                store => new CountingStore(store, all.Tally));
            simulated.Connect(new Uri($"http://127.0.0.1:{ports[province]}"), KeyOf(Path.Combine(folder, province)));
        }

        return all;
    }

    /// <summary>Files one application with the stamp of its province.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public async Task FileAsync(string province, Filing filing)
    {
        var answer = await _simulated[province].FileAsync(filing);
        if (answer.Number is null)
        {
            throw new InvalidOperationException($"{filing.Reference} was answered {answer.Status}: {answer.Body}");
        }
    }

    /// <summary>Until so many certificates are issued and nobody has anything left to do.</summary>
    public async Task DoneAsync(int certificates)
    {
        using var limit = new CancellationTokenSource(Patience);
        for (var quiet = 0; quiet < 3; await Task.Delay(Look, CancellationToken.None))
        {
            quiet = Tally[Counted.Certificates] >= certificates && await IsQuietAsync() ? quiet + 1 : 0;
            if (limit.IsCancellationRequested)
            {
                throw new TimeoutException($"waited {Patience.TotalMinutes} minutes for {certificates} certificates; {Tally[Counted.Certificates]} came");
            }
        }
    }

    /// <summary>What a durable task scheduler would have dispatched since the stamps were started.</summary>
    public async Task<(int Actions, int Activities)> ActionsAsync()
    {
        var (actions, activities) = (0, 0);
        foreach (var stamp in _stamps.Values)
        {
            var directory = stamp.Services.GetRequiredKeyedService<EngineHolder>(Options.DefaultName).Engine.Post.Directory;
            await foreach (var instance in stamp.Get<DurableTaskClient>().GetAllInstancesAsync())
            {
                var history = directory.Find(instance.InstanceId)!.Read(static state => HistoryCodec.ReadAll(state!.History));
                activities += history.Count(happened => happened is TaskScheduled);
                actions += 1 + history.Count(happened => happened is TaskScheduled or AnswerEvent or EventRaised);
            }
        }

        return (actions, activities);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var simulated in _simulated.Values)
        {
            await simulated.DisposeAsync();
        }

        foreach (var stamp in _stamps.Values)
        {
            await stamp.DisposeAsync();
        }
    }

    private async Task<bool> IsQuietAsync()
    {
        foreach (var (province, stamp) in _stamps)
        {
            await foreach (var _ in stamp.Get<DurableTaskClient>().GetAllInstancesAsync(
                new OrchestrationQuery { Statuses = [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending] }))
            {
                return false;
            }

            var uncounted = ((CountingStore)stamp.Get<IDocumentStore>()).Uncounted;
            IEnumerable<(DocumentIndex Index, string Value)> left =
                [(DocumentIndex.WaitingEvents, CaseDocuments.All), .. Provinces.Where(peer => peer != province).Select(peer => (DocumentIndex.HandOversToSend, ProvinceCode.Parse(peer).Value))];
            foreach (var (index, value) in left)
            {
                if ((await uncounted.QueryAsync(new IndexQuery(index, value, MaxItems: 1), CancellationToken.None)).Documents.Count > 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static string KeyOf(string dataDirectory) =>
        (string)JsonNode.Parse(File.ReadAllText(Path.Combine(dataDirectory, "keys.json")))!["functionKeys"]![0]!["value"]!;
}
