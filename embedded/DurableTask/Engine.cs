using CrossRegion.Embedded.DurableTask.Activities;
using CrossRegion.Embedded.DurableTask.Faults;
using CrossRegion.Embedded.DurableTask.History;
using CrossRegion.Embedded.DurableTask.Instances;
using CrossRegion.Embedded.DurableTask.Journal;
using CrossRegion.Embedded.DurableTask.Replay;
using CrossRegion.Embedded.DurableTask.Storage;
using CrossRegion.Embedded.DurableTask.Timers;
using CrossRegion.Embedded.DurableTask.Turns;
using CrossRegion.Embedded.DurableTask.WorkItems;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace CrossRegion.Embedded.DurableTask;

/// <summary>
/// One engine on one data directory. An external event's way: client, <see cref="Outgoing"/>, journal (durable, then
/// acknowledged) and mailbox, <see cref="TurnScheduler"/>, <see cref="TurnRunner"/>, <see cref="Orchestration"/>, where the
/// awaiting orchestrator goes on; what it then does takes the same way from <see cref="TurnOutcome"/>.
/// </summary>
internal sealed class Engine : IAsyncDisposable
{
    private readonly Stack<IDisposable> _opened;
    private readonly EngineStop _stop;
    private readonly DiskRoom _room;
    private readonly TurnScheduler _scheduler;
    private readonly TimerQueue _timers;
    private readonly ActivityRunner _activities;
    private readonly InstanceDirectory _directory;
    private bool _isStopped;

    /// <param name="opened">Takes what the engine opens, to be closed in the reverse order, whether it comes to run or not.</param>
    private Engine(
        Stack<IDisposable> opened, EmbeddedDurableTaskOptions options, OrchestrationServices services, TimeProvider time, IEngineFaults faults)
    {
        _opened = opened;
        opened.Push(DirectoryLock.Take(options.DataDirectory));
        (Store, var journal) = EngineStore.Open(options.DataDirectory);
        opened.Push(journal);
        opened.Push(Store);
        var watch = new WorkItemWatch(options.DataDirectory, options.MaxWorkItemAttempts);
        opened.Push(watch);
        Time = time;
        _stop = new EngineStop(faults);
        TurnRunner? turns = null;
        _scheduler = new TurnScheduler(instance => turns!.Run(instance));
        _directory = new InstanceDirectory(Store, _scheduler.Schedule);
        var logger = services.LoggerFactory.CreateLogger<JournalWriter>();
        _room = new DiskRoom(options.DataDirectory, time, logger);
        opened.Push(_room);
        var applier = new JournalApplier();
        var checkpoints = new Checkpoints(Store, journal, _directory, applier, _stop, _room, options);
        Journal = new JournalWriter(journal, _directory, applier, checkpoints, _stop, _room, logger);
        Post = new PostOffice(_directory, Journal.NextMessageId);
        _timers = new TimerQueue(time, Due);
        opened.Push(_timers);
        _activities = new ActivityRunner(services, watch, _stop);
        turns = new TurnRunner(
            services, new TurnOutcome(Journal, Post, _timers, _activities, time), _timers, watch, _stop, time, _scheduler.Schedule);
    }

    public JournalWriter Journal { get; }

    public PostOffice Post { get; }

    public EngineStore Store { get; }

    public TimeProvider Time { get; }

    /// <summary>Fails when the engine breaks down; ends never otherwise.</summary>
    public Task Broken => _stop.Broken;

    /// <summary>Opens the directory and reads what is there. Requests are taken from now on; turns wait for <see cref="Run"/>.</summary>
    /// <exception cref="DataDirectoryInUseException">Another engine has the directory.</exception>
    /// <exception cref="EngineDataException">The data cannot be read.</exception>
    /// <exception cref="DiskFullException">There is no room to open it.</exception>
    public static Engine Open(EmbeddedDurableTaskOptions options, OrchestrationServices services, TimeProvider time, IEngineFaults faults)
    {
        Stack<IDisposable> opened = [];
        try
        {
            var engine = new Engine(opened, options, services, time, faults);
            engine.Recover();
            engine.Journal.Start();
            return engine;
        }
        catch (Exception cause)
        {
            Close(opened);
            switch (cause)
            {
                case SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB }:
                    throw EngineDataException.Damaged(options.DataDirectory, cause.Message, cause);
                case SqliteException full when DiskFullException.IsCauseOf(full):
                    throw new DiskFullException(options.DataDirectory, full);
                default:
                    throw;
            }
        }
    }

    /// <summary>Starts the turns and the timers.</summary>
    public void Run()
    {
        _scheduler.Open();
        _timers.Start();
    }

    /// <summary>Starts no more activities.</summary>
    /// <returns>Ends when those under way have, or the engine has broken down.</returns>
    public Task CloseActivities() => Task.WhenAny(_activities.Close(), Broken);

    /// <summary>Lets the turns under way end and commits all. Activities under way now are made again at the next start.</summary>
    public async Task StopAsync()
    {
        _timers.Stop();
        await _scheduler.CloseAsync();
        await Journal.StopAsync();
    }

    /// <exception cref="EngineStoppedException">The engine has broken down.</exception>
    public void At(EngineFaultPoint point) => _stop.At(point);

    public async ValueTask DisposeAsync()
    {
        if (!_isStopped)
        {
            _isStopped = true;
            await StopAsync();
            Close(_opened);
        }
    }

    private static void Close(Stack<IDisposable> opened)
    {
        while (opened.TryPop(out var part))
        {
            part.Dispose();
        }
    }

    private void Recover()
    {
        Journal.Recover();
        foreach (var instance in _directory.Loaded)
        {
            instance.Restore();
            _directory.Release(instance);
        }

        foreach (var (id, wakeAt) in Store.ReadWakes().Where(wake => !_directory.IsLoaded(wake.Id)).ToList())
        {
            if (wakeAt == DateTime.MinValue)
            {
                _directory.Find(id);
            }
            else
            {
                WakeLater(id, wakeAt);
            }
        }

        foreach (var instance in _directory.Loaded)
        {
            switch (instance.Read(static state => state?.NextWake))
            {
                case { } atOnce when atOnce == DateTime.MinValue:
                    instance.Wake();
                    break;
                case { } later:
                    WakeLater(instance.Id, later);
                    break;
            }
        }
    }

    private void WakeLater(string id, DateTime at) => _timers.Add(at, new Wakeup(id, new Message(Id: 0, Execution: 0, new WokenUp())));

    private void Due(Wakeup wakeup)
    {
        try
        {
            _stop.At(EngineFaultPoint.BeforeTimer);
            Post.Deliver(wakeup);
        }
        catch (EngineStoppedException)
        {
            // The timer is in the history; the next engine sets it again.
        }
        catch (Exception defect)
        {
            // Nobody stands above a timer to whom this could be told.
            _stop.Break(defect);
        }
    }
}
