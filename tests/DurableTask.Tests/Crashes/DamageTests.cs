using System.Text;
using CrossRegion.DurableTask.Tests.Fixtures;
using CrossRegion.Embedded.DurableTask.Storage;
using Microsoft.DurableTask;

namespace CrossRegion.DurableTask.Tests.Crashes;

/// <summary>
/// Files as no crash of the process leaves them: cut off, torn and overwritten. A torn tail of the log is what a crash of the
/// machine may leave, and costs what it held; damage elsewhere is reported.
/// </summary>
public sealed class DamageTests : IAsyncLifetime, IDisposable
{
    private const int Instances = 30;
    private const int PageSize = 4096;

    private readonly TestDirectory _directory = new();
    private TestDirectory _killed = null!;

    /// <summary>Starts one instance after the other, so that the order of their commits is known, and copies the files in mid-run.</summary>
    public async Task InitializeAsync()
    {
        await using var engine = await OpenAsync(_directory);
        for (var i = 0; i < Instances; i++)
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait", i, new StartOrchestrationOptions($"i{i}"));
            await engine.StartOfAsync($"i{i}");
        }

        _killed = _directory.Copy();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _directory.Dispose();
        _killed.Dispose();
    }

    [Fact]
    public async Task A_log_that_is_cut_off_anywhere_leaves_all_that_was_committed_before()
    {
        var random = new Random(2026);
        var whole = new FileInfo(LogOf(_killed)).Length;
        long[] lengths = [0, .. Enumerable.Range(0, 20).Select(_ => random.NextInt64(whole)).Order(), whole - 1, whole];
        List<int> survivors = [];
        foreach (var length in lengths)
        {
            using var torn = _killed.Copy();
            await using (var log = File.OpenWrite(LogOf(torn)))
            {
                log.SetLength(length);
            }

            survivors.Add(await SurvivorsAsync(torn, $"a log of {length} of {whole} bytes"));
        }

        survivors.ShouldBeInOrder();
        survivors[0].ShouldBe(0);
        survivors[^1].ShouldBe(Instances);
        survivors.Distinct().Count().ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task A_log_with_a_flipped_bit_leaves_all_that_was_committed_before()
    {
        var random = new Random(2027);
        for (var i = 0; i < 20; i++)
        {
            using var torn = _killed.Copy();
            var bytes = await File.ReadAllBytesAsync(LogOf(torn));
            var place = random.Next(bytes.Length);
            bytes[place] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(LogOf(torn), bytes);
            await SurvivorsAsync(torn, $"a flipped bit at {place} of {bytes.Length}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task A_log_whose_last_pages_never_reached_the_disk_leaves_all_that_was_committed_before(int pages)
    {
        using var torn = _killed.Copy();
        var bytes = await File.ReadAllBytesAsync(LogOf(torn));
        bytes.AsSpan(bytes.Length - (pages * PageSize)).Clear();
        await File.WriteAllBytesAsync(LogOf(torn), bytes);
        (await SurvivorsAsync(torn, $"{pages} pages of zeros")).ShouldBeInRange(1, Instances);
    }

    [Fact]
    public async Task A_log_with_something_else_behind_its_end_is_taken_up_to_its_end()
    {
        using var torn = _killed.Copy();
        var garbage = new byte[3 * PageSize];
        new Random(2028).NextBytes(garbage);
        await File.AppendAllBytesAsync(LogOf(torn), garbage);
        (await SurvivorsAsync(torn, "garbage behind the end")).ShouldBe(Instances);
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_reported_with_its_directory_and_left_alone()
    {
        foreach (var name in FilesOfAStoppedEngine())
        {
            using var damaged = _directory.Copy();
            var file = Path.Combine(damaged.Path, name);
            var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("This is not a database. ", 1000)));
            await File.WriteAllBytesAsync(file, text);
            var report = await Should.ThrowAsync<EngineDataException>(() => OpenAsync(damaged));
            report.Message.ShouldContain(damaged.Path);
            (await File.ReadAllBytesAsync(file)).ShouldBe(text);
        }
    }

    /// <summary>Pages that nobody reads are not noticed; whatever is noticed has the one clear report.</summary>
    [Fact]
    public async Task An_overwritten_page_is_reported_or_touches_nobody_else()
    {
        var reported = 0;
        foreach (var name in FilesOfAStoppedEngine())
        {
            var pages = new FileInfo(Path.Combine(_directory.Path, name)).Length / PageSize;
            for (var page = 0; page < pages; page++)
            {
                using var damaged = _directory.Copy();
                var bytes = await File.ReadAllBytesAsync(Path.Combine(damaged.Path, name));
                bytes.AsSpan(page * PageSize, PageSize).Fill(0xA5);
                await File.WriteAllBytesAsync(Path.Combine(damaged.Path, name), bytes);
                try
                {
                    await using var engine = await OpenAsync(damaged);
                    await StartOneMoreAsync(engine);
                }
                catch (EngineDataException report)
                {
                    report.Message.ShouldContain(damaged.Path);
                    reported++;
                }
            }
        }

        reported.ShouldBeGreaterThan(0);
    }

    /// <summary>Opens, checks that the committed are there up to one and none after it, and that all goes on.</summary>
    private static async Task<int> SurvivorsAsync(TestDirectory directory, string what)
    {
        await using var engine = await OpenAsync(directory);
        List<bool> isThere = [];
        for (var i = 0; i < Instances; i++)
        {
            isThere.Add(await engine.Client.GetInstanceAsync($"i{i}") is not null);
        }

        var survivors = isThere.TakeWhile(there => there).Count();
        isThere.Skip(survivors).ShouldAllBe(there => !there, what);
        for (var i = 0; i < survivors; i++)
        {
            await engine.Client.RaiseEventAsync($"i{i}", "decision", "yes");
            (await engine.EndOfAsync($"i{i}")).ReadOutputAs<string>().ShouldBe($"{i} checked, yes", what);
        }

        await StartOneMoreAsync(engine);
        return survivors;
    }

    private static async Task StartOneMoreAsync(TestEngine engine)
    {
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait", -1);
        await engine.Client.RaiseEventAsync(id, "decision", "new");
        (await engine.EndOfAsync(id)).ReadOutputAs<string>().ShouldBe("-1 checked, new");
    }

    /// <summary>The log that the commits went to.</summary>
    private static string LogOf(TestDirectory directory) => Directory.GetFiles(directory.Path, "*-wal").MaxBy(file => new FileInfo(file).Length)!;

    private IEnumerable<string> FilesOfAStoppedEngine() => Directory.GetFiles(_directory.Path, "*.db").Select(file => Path.GetFileName(file));

    private static Task<TestEngine> OpenAsync(TestDirectory directory) => TestEngine.StartAsync(
        tasks => tasks
            .AddOrchestratorFunc<int, string>("Wait", async (context, i) =>
                $"{await context.CallActivityAsync<string>("Check", i)}, {await context.WaitForExternalEvent<string>("decision")}")
            .AddActivityFunc<int, string>("Check", (_, i) => $"{i} checked"),
        directory);
}
