using CrossRegion.DurableTask.Tests.Fixtures;
using CrossRegion.Embedded.DurableTask.Storage;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrossRegion.DurableTask.Tests.Disks;

/// <summary>A real disk that is full: nothing is lost, nothing is acknowledged, and all goes on when there is room.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int DiskFull = 1302;
    private const int Room = 1303;
    private const int LongWait = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SmallDisk _disk = new(6 << 20);
    private readonly ManualTime _time = new();
    private readonly CollectedLogs _logs = new();

    public void Dispose() => _disk.Dispose();

    [FactWithDisk]
    public async Task What_is_asked_for_on_a_full_disk_is_acknowledged_when_there_is_room()
    {
        await using var engine = await OpenAsync();
        await StartAsync(engine, "before");
        var start = await FillAndAsync(() => StartAsync(engine, "during"));
        start.IsCompleted.ShouldBeFalse();
        _logs.Lines.Count(line => line.Event.Id == DiskFull).ShouldBe(1);
        _logs.Lines.Single(line => line.Event.Id == DiskFull).Text.ShouldContain(_disk.Path);
        (await engine.Client.GetInstanceAsync("during")).ShouldBeNull();

        _disk.MakeRoom();
        _time.Advance(Pause);
        await start.WaitAsync(Patience);
        _logs.Lines.Count(line => line.Event.Id == Room).ShouldBe(1);
        await EndAsync(engine, "before", "during");
    }

    [FactWithDisk]
    public async Task Whoever_waits_long_is_told_and_what_was_asked_is_done_all_the_same()
    {
        await using var engine = await OpenAsync();
        await StartAsync(engine, "before");
        var start = await FillAndAsync(() => StartAsync(engine, "during"));
        var later = engine.Client.RaiseEventAsync("before", "decision", "yes");
        for (var attempt = 1; attempt < LongWait; attempt++)
        {
            start.IsCompleted.ShouldBeFalse();
            later.IsCompleted.ShouldBeFalse();
            await TryAgainAsync();
        }

        (await Should.ThrowAsync<DiskFullException>(() => start.WaitAsync(Patience))).Message.ShouldContain(_disk.Path);
        (await Should.ThrowAsync<DiskFullException>(() => later.WaitAsync(Patience))).Message.ShouldContain("not acknowledged");

        _disk.MakeRoom();
        _time.Advance(Pause);
        (await engine.EndOfAsync("before")).ReadOutputAs<string>().ShouldBe("checked, yes");
        await EndAsync(engine, "during");
    }

    [FactWithDisk]
    public async Task A_disk_that_is_full_at_a_checkpoint_only_delays_it()
    {
        await using var engine = await OpenAsync(checkpointBytes: 4 << 20);
        var random = new Random(1);
        var ids = Enumerable.Range(0, 20).Select(i => $"i{i}").ToArray();
        foreach (var id in ids)
        {
            var incompressible = new byte[16 << 10];
            random.NextBytes(incompressible);
            await StartAsync(engine, id, Convert.ToBase64String(incompressible));
            await engine.StartOfAsync(id);
        }

        var paused = _time.TimerSet;
        _disk.Fill(leave: 192 << 10);
        var list = CountAsync(engine);
        await paused.WaitAsync(Patience);
        list.IsCompleted.ShouldBeFalse();
        _logs.Lines.ShouldContain(line => line.Event.Id == DiskFull);
        for (var attempt = 1; attempt < LongWait; attempt++)
        {
            list.IsCompleted.ShouldBeFalse();
            await TryAgainAsync();
        }

        await Should.ThrowAsync<DiskFullException>(() => list.WaitAsync(Patience));
        list = CountAsync(engine);
        _disk.MakeRoom();
        _time.Advance(Pause);
        (await list.WaitAsync(Patience)).ShouldBe(ids.Length);
        await EndAsync(engine, ids);
    }

    [FactWithDisk]
    public async Task An_engine_stops_on_a_full_disk_too_and_the_next_has_all_that_was_acknowledged_and_no_more()
    {
        await using (var engine = await OpenAsync())
        {
            await StartAsync(engine, "before");
            await engine.StartOfAsync("before");
            var start = await FillAndAsync(() => StartAsync(engine, "during"));
            await engine.DisposeAsync().AsTask().WaitAsync(Patience);
            await Should.ThrowAsync<Exception>(() => start);
        }

        _disk.MakeRoom();
        await using var next = await OpenAsync();
        (await next.Client.GetInstanceAsync("during")).ShouldBeNull();
        await EndAsync(next, "before");
    }

    [FactWithDisk]
    public async Task An_engine_that_finds_no_room_to_open_says_so()
    {
        _disk.Fill(leave: 0);
        (await Should.ThrowAsync<IOException>(() => OpenAsync())).Message.ShouldContain(_disk.Path);
        _disk.MakeRoom();
        await using var engine = await OpenAsync();
        await StartAsync(engine, "after");
        await EndAsync(engine, "after");
    }

    [FactWithDisk]
    public async Task However_often_the_disk_fills_up_all_that_was_acknowledged_is_there()
    {
        var random = new Random(2029);
        var acknowledged = new List<string>();
        await using (var engine = await OpenAsync())
        {
            for (var round = 0; round < 12; round++)
            {
                _disk.Fill(leave: random.Next(0, 256 << 10));
                var starts = Enumerable.Range(0, 8).Select(i => $"r{round}-{i}").ToDictionary(id => id, id => StartAsync(engine, id, new string('x', 8 << 10)));
                for (var step = 0; step < 3; step++)
                {
                    _time.Advance(Pause);
                }

                _disk.MakeRoom();
                foreach (var (id, start) in starts)
                {
                    await FinishAsync(start);
                    acknowledged.Add(id);
                }
            }
        }

        await using var next = await OpenAsync();
        await EndAsync(next, [.. acknowledged]);
    }

    private static Task StartAsync(TestEngine engine, string id, string? input = null) =>
        engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait", input ?? "small", new StartOrchestrationOptions(id));

    /// <summary>A query has a checkpoint written first.</summary>
    private static async Task<int> CountAsync(TestEngine engine)
    {
        var count = 0;
        await foreach (var _ in engine.Client.GetAllInstancesAsync())
        {
            count++;
        }

        return count;
    }

    private static async Task EndAsync(TestEngine engine, params string[] ids)
    {
        foreach (var id in ids)
        {
            await engine.Client.RaiseEventAsync(id, "decision", "yes");
            (await engine.EndOfAsync(id)).ReadOutputAs<string>().ShouldBe("checked, yes");
        }
    }

    /// <summary>Fills the disk, asks for something, and waits until the engine has met the full disk.</summary>
    private async Task<Task> FillAndAsync(Func<Task> ask)
    {
        var paused = _time.TimerSet;
        _disk.Fill(leave: 0);
        var asked = ask();
        await paused.WaitAsync(Patience);
        return asked;
    }

    /// <summary>Lets a pause pass, and waits for the next.</summary>
    private async Task TryAgainAsync()
    {
        var paused = _time.TimerSet;
        _time.Advance(Pause);
        await paused.WaitAsync(Patience);
    }

    /// <summary>Lets pauses pass until the task has ended.</summary>
    private async Task FinishAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            var paused = _time.TimerSet;
            _time.Advance(Pause);
            await Task.WhenAny(task, paused).WaitAsync(Patience);
        }

        await task;
    }

    private Task<TestEngine> OpenAsync(int checkpointBytes = 64 << 10) => TestEngine.StartAsync(
        tasks => tasks
            .AddOrchestratorFunc("Wait", async context =>
                $"{await context.CallActivityAsync<string>("Check")}, {await context.WaitForExternalEvent<string>("decision")}")
            .AddActivityFunc("Check", _ => "checked"),
        new TestDirectory(_disk.Path),
        _time,
        options: options => options.CheckpointBytes = checkpointBytes,
        services: services => services.AddSingleton<ILoggerProvider>(_logs));
}
