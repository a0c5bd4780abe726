using NodaTime;

namespace CrossRegion.Orchestrations.Tests.Stamps;

/// <summary>The stream as it is when nothing goes wrong, played once for all tests that compare with it.</summary>
public sealed class UndisturbedStream : IAsyncLifetime
{
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

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Three stamps at 23:00 in Beijing.</summary>
    internal static async Task<ThreeStamps> StartAsync()
    {
        var stamps = await ThreeStamps.StartAsync();
        stamps.Clock.Advance(Midnight.AddHours(-1).AddSeconds(5) - stamps.Clock.GetUtcNow());
        return stamps;
    }
}
