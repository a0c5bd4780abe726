using System.Net.Http.Json;
using CrossRegion.App.Tests.Hosts;
using CrossRegion.Orchestrations.Operations;
using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Simulators;
using CrossRegion.Simulators.Platforms;
using CrossRegion.Simulators.Samples;

namespace CrossRegion.App.Tests.Crashes;

/// <summary>Provinces that go on, and a host that dies and is started again on the same data, as often as the test likes.</summary>
internal sealed class CrashRun : IAsyncDisposable
{
    /// <summary>
    /// A message that was in hand at five deaths is in the poison queue; the sweep, once a minute, sends it again when its event has waited for
    /// <see cref="CaseSweep.Patience"/>. A minute more is for the work.
    /// </summary>
    private static readonly TimeSpan Limit = CaseSweep.Patience.ToTimeSpan() + TimeSpan.FromMinutes(2);

    private readonly Installation _installation = new();
    private readonly SimulatedProvinces _provinces;
    private readonly List<Submission> _submitted = [];
    private readonly List<Task> _filings = [];
    private bool _connected;

    private CrashRun(SimulatedProvinces provinces)
    {
        _provinces = provinces;
    }

    public SimulatedProvinces Provinces => _provinces;

    /// <summary>What was filed and answered so far.</summary>
    public IReadOnlyList<Submission> Submissions => _submitted;

    public static async Task<CrashRun> StartAsync() =>
        new(await SimulatedProvinces.StartAsync(new SimulationOptions { Provinces = ["51", "50", "44", "45"] }));

    /// <summary>A life of the host that ends at the point, with these applications filed in it.</summary>
    public async Task LiveUntilAsync(CrashPoint point, IReadOnlyList<Sample> samples)
    {
        var report = _installation.PathOf("crashes");
        await using var host = await _installation.StartAsync(
            Installation.CrashHost,
            _provinces.HostSettings().Append(new("CRASH_AT", point.ToString())).Append(new("CRASH_REPORT", report)));
        var filing = FileAsync(samples);
        await PutHopelessMessagesAsync();
        await host.DeathAsync(point.ToString(), Limit);
        File.ReadAllLines(report)[^1].ShouldStartWith($"{point} ", Case.Sensitive, host.Output);
        _provinces.SharedData.Heal();
        _filings.Add(filing);
    }

    /// <summary>A life in which everything is brought to its end.</summary>
    public async Task<IReadOnlyDictionary<Submission, CasePicture>> FinishAsync(IReadOnlyList<Sample> samples)
    {
        await using var host = await _installation.StartAsync(Installation.CrashHost, _provinces.HostSettings());
        await FileAsync(samples);
        await Task.WhenAll(_filings).WaitAsync(Limit);
        using var client = _installation.Connect();
        var pictures = new Dictionary<Submission, CasePicture>();
        foreach (var submission in _submitted.Where(submission => submission.Number is not null))
        {
            pictures[submission] = await EndOfAsync(client, submission, host);
        }

        return pictures;
    }

    /// <summary>What must hold whatever happened: nothing under two names, nothing changed, nothing twice.</summary>
    public void CheckEffects()
    {
        _provinces.Journal.RepeatedEffects().ShouldBeEmpty();
        _provinces.Journal.AlteredEvents().ShouldBeEmpty();
        var certificates = _provinces.Journal.Certificates();
        certificates.ShouldAllBe(issued => issued.Count() == 1);
        certificates.SelectMany(issued => issued).ShouldBeUnique();
    }

    public async ValueTask DisposeAsync()
    {
        await _provinces.DisposeAsync();
        _installation.Dispose();
    }

    private async Task FileAsync(IReadOnlyList<Sample> samples)
    {
        if (!_connected)
        {
            _provinces.Connect(_installation.Address, _installation.Key);
            _connected = true;
        }

        var submissions = await Task.WhenAll(samples.Select(sample => _provinces.SubmitAsync(sample)));
        lock (_submitted)
        {
            _submitted.AddRange(submissions);
        }
    }

    /// <summary>Messages that no attempt can work off, for the ways of the queue that only failures take.</summary>
    private async Task PutHopelessMessagesAsync()
    {
        using var client = _installation.Connect();
        try
        {
            for (var i = 0; i < 2; i++)
            {
                using var response = await client.PostAsync("/api/test/messages", new StringContent("hopeless"));
            }
        }
        catch (HttpRequestException)
        {
            // It died before.
        }
    }

    private async Task<CasePicture> EndOfAsync(HttpClient client, Submission submission, HostProcess host)
    {
        var (number, name) = (submission.Number!, submission.Sample.Name);
        await _provinces.Journal.WaitUntilAsync(
            journal => journal.Events.Any(received => received.Number == number && received.Type.Contains(".evaluation.invited.", StringComparison.Ordinal)),
            $"the invitation to rate {name} ({number})",
            Limit);
        using var deadline = new CancellationTokenSource(Limit);
        var ledger = new CaseFile(_installation.Data);
        var seen = "nothing";
        while (!deadline.IsCancellationRequested)
        {
            // In this order: what is looked at later is at least as late.
            var timeline = (await client.GetFromJsonAsync<TimelineView>($"/api/applications/{number}/timeline", ReadModelJson.Wire))!;
            var status = (await client.GetFromJsonAsync<ApplicationView>($"/api/applications/{number}", ReadModelJson.Wire))!;
            var open = ledger.OpenEffects(number);
            var picture = CasePicture.Of(status, timeline, _provinces.Journal.Events.Where(received => received.Number == number));
            seen = $"{picture}\n  open: {string.Join(", ", open)}";
            status.Failure.ShouldBeNull($"{name}: {seen}");
            if (timeline.Entries.Any(entry => entry.Step.Code == LastStep(submission.Sample)) && open.Count == 0)
            {
                timeline.Entries.Select(entry => entry.Sequence).ShouldBe(Enumerable.Range(1, timeline.Entries.Count), name);
                return picture;
            }
        }

        throw new TimeoutException($"Waited {Limit} for the end of {name} ({number}). It is: {seen}\n{host.Output}");
    }

    private static string LastStep(Sample sample) => sample.Evaluation is null ? "evaluationInvited" : "evaluated";
}
