using BenchmarkDotNet.Attributes;
using CrossRegion.Bench.Measuring;
using CrossRegion.Bench.Permit;
using CrossRegion.Embedded.DurableTask.Admission;
using CrossRegion.Embedded.DurableTask.Binary;
using CrossRegion.Embedded.DurableTask.History;
using CrossRegion.Embedded.DurableTask.Instances;
using CrossRegion.Embedded.DurableTask.Journal;
using CrossRegion.Embedded.DurableTask.Replay;
using CrossRegion.Embedded.DurableTask.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrossRegion.Bench.Micro;

/// <summary>The pieces an application goes through again and again, each alone, on what a real run left behind.</summary>
[MemoryDiagnoser]
public class HotPieces
{
    private readonly ByteWriter _buffer = new(1 << 20);
    private readonly ByteWriter _plain = new(1 << 16);
    private readonly DataFolder _folder = new();
    private RecordedRun _recorded = null!;
    private byte[] _blob = null!;
    private JournalStore _journal = null!;
    private OrchestrationServices _services = null!;
    private long _seq;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _recorded = await RecordedRun.RunAsync();
        InstanceStateCodec.Write(_buffer, _plain, _recorded.Permit);
        _blob = _buffer.ToArray();
        _journal = new JournalStore(_folder.Path);
        var options = new DurableTaskWorkerOptions { DataConverter = new JsonDataConverter(PermitJson.Default.Options) };
        var tasks = new DurableTaskRegistry();
        PermitTasks.Register(tasks, new Office());
        _services = new OrchestrationServices(
            new DurableTaskFactory(tasks),
            options,
            new ServiceCollection().BuildServiceProvider(),
            NullLoggerFactory.Instance,
            exceptionProperties: null,
            new WorkRules(options, new DurableTaskWorkerWorkItemFilters(), filter: null));
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        _journal.Dispose();
        _folder.Dispose();
    }

    /// <summary>Encoding the entries of a group commit, as the turns do.</summary>
    [Benchmark]
    public int EncodeGroup()
    {
        _buffer.Clear();
        foreach (var entry in _recorded.Entries)
        {
            entry.WriteTo(_buffer);
        }

        return _buffer.Length;
    }

    /// <summary>Encoding, and making it a row, as the journal's writer does.</summary>
    [Benchmark]
    public int EncodeAndPackGroup()
    {
        _plain.Clear();
        foreach (var entry in _recorded.Entries)
        {
            entry.WriteTo(_plain);
        }

        _buffer.Clear();
        JournalCodec.Write(_buffer, _plain.Written);
        return _buffer.Length;
    }

    /// <summary>Reading a row again after a crash.</summary>
    [Benchmark]
    public int ReadGroup() => RecordedRun.Read(_recorded.Row).Count;

    /// <summary>A row to the disk, with its fsync.</summary>
    [Benchmark]
    public void CommitGroup() => _journal.Append(++_seq, _recorded.Row, static () => { });

    /// <summary>An ended application into the instances table, without the table.</summary>
    [Benchmark]
    public int WriteInstance()
    {
        _buffer.Clear();
        InstanceStateCodec.Write(_buffer, _plain, _recorded.Permit);
        return _buffer.Length;
    }

    [Benchmark]
    public object ReadInstance() => InstanceStateCodec.Read(_blob);

    /// <summary>An orchestrator brought back from its history: what a wait that outlived the memory costs.</summary>
    [Benchmark]
    public bool ReplayInstance()
    {
        var orchestration = new Orchestration(_services, "recorded", _recorded.Permit.Start, strayed: static () => { });
        orchestration.Replay(HistoryCodec.ReadAll(_recorded.Permit.History));
        return orchestration.End is null;
    }
}
