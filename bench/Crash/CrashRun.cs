using System.Diagnostics;
using CrossRegion.Bench.Measuring;

namespace CrossRegion.Bench.Crash;

/// <summary>
/// Kills an engine under load again and again, each time starting it anew on the same data, lets it finish at last, and
/// holds everything that happened against what must have happened.
/// </summary>
internal sealed class CrashRun(string directory, int kills, int seed, int concurrency)
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(1);

    private readonly LifeFiles _files = new(directory);
    private readonly Checker _checker = new(Console.Error.WriteLine);
    private readonly Random _random = new(seed);
    private readonly List<double> _recoveries = [];
    private readonly List<int> _unfinished = [];
    private int _killsWhileOpening;

    public async Task<CrashFigures> RunAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        await Console.Error.WriteLineAsync($"Seed {seed}, {concurrency} applications in flight, data in {directory}.");
        for (var life = 1; life <= kills; life++)
        {
            await LiveAsync(life);
        }

        await FinishAsync(kills + 1);
        return new CrashFigures(
            _unfinished.Count,
            _killsWhileOpening,
            seed,
            _checker.Applications,
            _checker.Runs,
            _checker.RepeatedRuns,
            _checker.Decisions,
            new Load(_unfinished.Min(), Median.Of(_unfinished)),
            _checker.Count(Verdict.Lost),
            _checker.Count(Verdict.Duplicated),
            _checker.Count(Verdict.Wrong),
            new Recovery(Math.Round(Median.Of(_recoveries), 3), Math.Round(_recoveries.Max(), 3)),
            Math.Round(Stopwatch.GetElapsedTime(begun).TotalSeconds, 1));
    }

    /// <summary>A life that is killed: as a rule up to a second after it was open, every eighth while it opens.</summary>
    private async Task LiveAsync(int life)
    {
        _checker.Backlog().Save(_files.Backlog(life));
        var born = Stopwatch.GetTimestamp();
        using var process = new LifeProcess(directory, life, concurrency, finish: false);
        if (life % 8 == 0)
        {
            await Task.Delay(Median.Of(_recoveries) * _random.NextDouble() * TimeSpan.FromSeconds(1));
            _killsWhileOpening++;
        }
        else
        {
            await process.WaitForAsync(Life.Open);
            _recoveries.Add(Stopwatch.GetElapsedTime(born).TotalSeconds);
            if (life == 1)
            {
                await process.WaitForAsync(Life.Loaded);
            }

            await Task.Delay(LongestLife * _random.NextDouble());
        }

        if (!await process.KillAsync())
        {
            throw new InvalidOperationException($"The engine ended by itself in its life number {life}.");
        }

        Read(life);
        _unfinished.Add(_checker.Unfinished);
        if (life % 20 == 0)
        {
            await Console.Error.WriteLineAsync($"{life} kills, {_checker.Applications} applications, {_checker.Unfinished} of them unfinished.");
        }
    }

    private async Task FinishAsync(int life)
    {
        _checker.Backlog().Save(_files.Backlog(life));
        using var process = new LifeProcess(directory, life, concurrency, finish: true);
        var status = await process.ExitAsync();
        if (status != 0)
        {
            throw new InvalidOperationException($"The last life ended with status {status}.");
        }

        Read(life);
    }

    private void Read(int life)
    {
        if (File.Exists(_files.Ledger(life)))
        {
            _checker.Read(Ledger.Read(_files.Ledger(life)));
            File.Delete(_files.Ledger(life));
        }

        File.Delete(_files.Backlog(life));
    }
}
