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
    private readonly DirectoryLock _lock;
    private readonly EngineStop _stop;
    private readonly WorkItemWatch _watch;
    private readonly JournalStore _journalStore;
    private readonly DiskRoom _room;
    private readonly TurnScheduler _scheduler;
    private readonly TimerQueue _timers;
    private readonly InstanceDirectory _directory;
    private bool _isStopped;

    private Engine(
        DirectoryLock directoryLock, EmbeddedDurableTaskOptions options, OrchestrationServices services, TimeProvider time, IEngineFaults faults)
    {
        _lock = directoryLock;
        (Store, _journalStore) = EngineStore.Open(options.DataDirectory);
        Time = time;
        _stop = new EngineStop(faults);
        _watch = new WorkItemWatch(options.DataDirectory, options.MaxWorkItemAttempts);
        TurnRunner? turns = null;
        _scheduler = new TurnScheduler(instance => turns!.Run(instance));
        _directory = new InstanceDirectory(Store, _scheduler.Schedule);
        var logger = services.LoggerFactory.CreateLogger<JournalWriter>();
        _room = new DiskRoom(options.DataDirectory, time, logger);
        var applier = new JournalApplier();
        var checkpoints = new Checkpoints(Store, _journalStore, _directory, applier, _stop, _room, options);
        Journal = new JournalWriter(_journalStore, _directory, applier, checkpoints, _stop, _room, logger);
        Post = new PostOffice(_directory, Journal.NextMessageId);
        _timers = new TimerQueue(time, Due);
        var activities = new ActivityRunner(services, _watch, _stop);
        turns = new TurnRunner(
            services, new TurnOutcome(Journal, Post, _timers, activities, time), _timers, _watch, _stop, time, _scheduler.Schedule);
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
    public static Engine Open(EmbeddedDurableTaskOptions options, OrchestrationServices services, TimeProvider time, IEngineFaults faults)
    {
        var directoryLock = DirectoryLock.Take(options.DataDirectory);
        try
        {
            var engine = new Engine(directoryLock, options, services, time, faults);
            engine.Recover();
            engine.Journal.Start();
            return engine;
        }
        catch (SqliteException damage) when (damage.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB)
        {
            directoryLock.Dispose();
            throw EngineDataException.Damaged(options.DataDirectory, damage.Message, damage);
        }
        catch (SqliteException full) when (DiskFullException.IsCauseOf(full))
        {
            directoryLock.Dispose();
            throw new DiskFullException(options.DataDirectory, full);
        }
        catch
        {
            directoryLock.Dispose();
            throw;
        }
    }

    /// <summary>Starts the turns and the timers.</summary>
    public void Run()
    {
        _scheduler.Open();
        _timers.Start();
    }

    /// <summary>Lets the turns under way end and commits all. Activities under way are made again at the next start.</summary>
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
            _timers.Dispose();
            _watch.Dispose();
            Store.Dispose();
            _journalStore.Dispose();
            _room.Dispose();
            _lock.Dispose();
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
