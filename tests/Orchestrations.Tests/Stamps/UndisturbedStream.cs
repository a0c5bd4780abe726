using NodaTime;

namespace CrossRegion.Orchestrations.Tests.Stamps;

/// <summary>The stream as it is when nothing goes wrong, played for all tests that compare with it.</summary>
public sealed class UndisturbedStream : IAsyncLifetime
{
    private const int MostPlays = 3;

    private readonly Dictionary<string, DateOnly> _noticeDue = [];

    internal static IReadOnlyList<PlannedApplication> Stream { get; } = ApplicationStream.Draw(seed: 1);

    /// <summary>The stream begins an hour before it.</summary>
    internal static DateTimeOffset Midnight { get; } = new(2026, 3, 3, 0, 0, 0, TimeSpan.FromHours(8));

    internal static IReadOnlyList<LocalDate> Days { get; } = [new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 3)];

    internal StreamRun Run { get; private set; } = null!;

    internal StreamMeasures Measures { get; private set; } = null!;

    /// <summary>Until when the third has to say of each application of its own whether it is accepted.</summary>
    internal IReadOnlyDictionary<string, DateOnly> NoticeDue => _noticeDue;

    public async Task InitializeAsync()
    {
        for (var plays = 0; Measures is null || (plays < MostPlays && !IsUndisturbed); plays++)
        {
            await PlayAsync();
        }

        IsUndisturbed.ShouldBeTrue();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Everybody acts on a full second, so what took a part of one waited for something: on a busy machine that may be a receiver's pause.</summary>
    private bool IsUndisturbed => Measures.Cases.Values.All(time => time.Ticks % TimeSpan.TicksPerSecond == 0);

    private async Task PlayAsync()
    {
        await using var stamps = await StartAsync();
        Run = new StreamRun(stamps, Stream, Disruption.None);
        await Run.PlayAsync();
        Measures = await StreamMeasures.OfAsync(stamps, Run);
        foreach (var application in Run.Applications.Where(application => application.Plan.Competent == ApplicationStream.Third))
        {
            _noticeDue[application.Plan.Reference] = ProvinceOutageTests.NoticeDue(
                await ProvinceOutageTests.ViewAsync(stamps[ApplicationStream.Third], application));
        }
    }

    /// <summary>Three stamps at 23:00 in Beijing.</summary>
    internal static async Task<ThreeStamps> StartAsync()
    {
        var stamps = await ThreeStamps.StartAsync();
        stamps.Clock.Advance(Midnight.AddHours(-1).AddSeconds(5) - stamps.Clock.GetUtcNow());
        return stamps;
    }
}
