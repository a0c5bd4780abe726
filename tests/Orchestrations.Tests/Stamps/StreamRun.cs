using CrossRegion.Domain.Identifiers;
using CrossRegion.Exchange.Tests.Stamps;
using CrossRegion.Orchestrations.Exchange.Overview;
using CrossRegion.Orchestrations.Tests.App;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.Orchestrations.Tests.Stamps;

/// <summary>
/// Plays a stream of applications on three stamps. The clock stands until everything is done that needs no time: what is measured by it is
/// what officers take and what the stamps themselves wait for, and not how fast this machine is. One province is out of reach for an hour;
/// what concerns it is waited for before and after, not meanwhile.
/// </summary>
internal sealed class StreamRun(ThreeStamps stamps, IReadOnlyList<PlannedApplication> stream, Disruption disruption)
{
    private const string Third = ApplicationStream.Third;

    private static readonly TimeSpan OutageAfter = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Outage = TimeSpan.FromHours(1);
    private static readonly TimeSpan AlarmAfter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Real time in which nothing at all happens: whoever is waited for waits for the clock.</summary>
    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly ManualClock _clock = stamps.Clock;
    private readonly List<PlayedApplication> _applications = [.. stream.Select(plan => new PlayedApplication(plan))];
    private readonly HashSet<(string Stamp, string Peer)> _late = [];
    private DateTimeOffset _begun;
    private DateTimeOffset _nextLook;
    private bool _isOut;
    private bool _isBack = disruption == Disruption.None;
    private bool _isCatchingUp;

    public IReadOnlyList<PlayedApplication> Applications => _applications;

    public DateTimeOffset OutFrom => _begun + OutageAfter;

    public DateTimeOffset OutUntil => OutFrom + Outage;

    /// <summary>Stamps with the peers that owed them a receipt for longer than is borne.</summary>
    public IReadOnlySet<(string Stamp, string Peer)> Late => _late;

    private IEnumerable<string> Running => ThreeStamps.Provinces.Where(province => !(IsStopped && province == Third));

    private bool IsStopped => _isOut && disruption == Disruption.Stopped;

    public async Task PlayAsync()
    {
        _begun = _clock.GetUtcNow();
        _nextLook = _begun + TimeSpan.FromSeconds(25);
        while (true)
        {
            await RestAsync();
            if (_isBack && !_isCatchingUp && _applications.TrueForAll(application => application.HasEnded))
            {
                break;
            }

            await MoveToAsync(Next());
            await ActAsync();
        }

        foreach (var _ in (int[])[1, 2])
        {
            await MoveToAsync(_nextLook);
            await ActAsync();
        }

        foreach (var (stamp, peer) in _late)
        {
            await UntilAsync($"the end of {stamp}'s alarm about {peer}", () => Task.FromResult(Told(stamp, 5007, peer) > 0 ? null : "it stands"));
        }
    }

    /// <summary>How often a stamp has told something of a peer.</summary>
    public int Told(string stamp, int eventId, string peer) =>
        stamps.LogsOf(stamp).Entries.Count(entry => entry.EventId == eventId && entry.Text.StartsWith($"Peer {peer} ", StringComparison.Ordinal));

    private async Task RestAsync()
    {
        await UntilAsync("rest between the others", () => UnrestAsync(_applications.Where(application => !application.Plan.Touches(Third)), WithoutThird));
        if (!_isOut && !_isCatchingUp)
        {
            await UntilAsync("rest", () => UnrestAsync(_applications, ThreeStamps.Provinces));
        }
        else if (_isCatchingUp && await UnrestAsync(_applications, ThreeStamps.Provinces) is null)
        {
            _isCatchingUp = false;
        }

        var heard = Heard();
        foreach (var application in _applications)
        {
            foreach (var review in application.Turns.Where(review => heard.Contains(Asked(application, review))))
            {
                application.Answers.TryAdd(review, _clock.GetUtcNow() + review.Takes);
            }

            application.HasEnded |= application.IsAnswered && heard.Contains(Ended(application));
        }
    }

    private static IReadOnlyList<string> WithoutThird => [.. ThreeStamps.Provinces.Where(province => province != Third)];

    /// <summary>What is still being done between some provinces; null when nothing is.</summary>
    private async Task<string?> UnrestAsync(IEnumerable<PlayedApplication> applications, IReadOnlyList<string> provinces)
    {
        var heard = Heard();
        foreach (var application in applications.Where(application => application.Number is not null))
        {
            var missing = application.IsAnswered
                ? [Ended(application)]
                : application.Turns.Select(review => Asked(application, review));
            if (missing.FirstOrDefault(what => !heard.Contains(what)) is { } awaited)
            {
                return $"{application.Plan.Reference}: {awaited} is not heard";
            }
        }

        foreach (var (stamp, peer) in provinces.SelectMany(stamp => provinces.Where(peer => peer != stamp).Select(peer => (stamp, peer))))
        {
            if (await OldestAsync(stamp, peer) is { } waiting)
            {
                return $"{waiting.Number} {waiting.Route} {waiting.Sequence} waits";
            }
        }

        return null;
    }

    private HashSet<string> Heard() =>
    [
        .. Running.SelectMany(province => stamps[province].Subscribers.HeardBy(FakeSubscribers.Province)
            .Select(heard => $"{province} {heard.Subject} {heard.Type} {(string?)heard.Data["department"]}")),
    ];

    private static string Asked(PlayedApplication application, PlannedReview review) =>
        $"{review.Province} {application.Number} gov.crossregion.review.requested.v1 {review.Department}";

    private static string Ended(PlayedApplication application) =>
        $"{application.Plan.FiledIn} {application.Number} gov.crossregion.evaluation.invited.v1 ";

    private Task<CrossRegion.Orchestrations.Exchange.Envelope?> OldestAsync(string stamp, string peer) =>
        stamps[stamp].Services.GetRequiredService<ExchangeReader>().OldestAsync(ProvinceCode.Parse(peer), CancellationToken.None);

    /// <summary>The next moment at which somebody files or answers, a stamp looks at its outbox, or the third goes or comes back.</summary>
    private DateTimeOffset Next()
    {
        List<DateTimeOffset> moments =
        [
            _nextLook,
            .. _applications.Where(application => application.Number is null && IsOpen(application.Plan.FiledIn)).Select(application => _begun + application.Plan.FiledAfter),
            .. _applications.SelectMany(DueAnswers).Select(answer => answer.Value),
        ];
        if (!_isBack)
        {
            moments.Add(_isOut ? OutUntil : OutFrom);
        }

        if (_isCatchingUp)
        {
            moments.Add(_clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        }

        var next = moments.Min();
        return next < _clock.GetUtcNow() ? _clock.GetUtcNow() : next;
    }

    private bool IsOpen(string province) => Running.Contains(province);

    private IEnumerable<KeyValuePair<PlannedReview, DateTimeOffset>> DueAnswers(PlayedApplication application) =>
        application.Answers.Where(answer => !application.Answered.Contains(answer.Key.Department) && IsOpen(answer.Key.Province));

    private async Task MoveToAsync(DateTimeOffset moment)
    {
        while (moment > _clock.GetUtcNow() && _clock.TryAdvanceToNextTimer(moment - _clock.GetUtcNow()))
        {
        }

        if (moment > _clock.GetUtcNow())
        {
            _clock.Advance(moment - _clock.GetUtcNow());
        }

        if (_isCatchingUp)
        {
            await NextBeatAsync(stamps.Pulse.Next, TimeSpan.FromMilliseconds(10)); // What is handed over now takes its real time.
        }
    }

    private async Task ActAsync()
    {
        var now = _clock.GetUtcNow();
        if (!_isBack && !_isOut && now >= OutFrom)
        {
            _isOut = true;
            await DisruptAsync();
        }
        else if (_isOut && now >= OutUntil)
        {
            await RepairAsync();
            (_isOut, _isBack, _isCatchingUp) = (false, true, true);
        }

        foreach (var application in _applications.Where(application => application.Number is null && now >= _begun + application.Plan.FiledAfter && IsOpen(application.Plan.FiledIn)))
        {
            application.Number = (await stamps[application.Plan.FiledIn].PostAsync(application.Plan.Submission())).ShouldBeAccepted();
            application.FiledAt = now;
        }

        foreach (var (application, review) in _applications.SelectMany(application => DueAnswers(application).Where(answer => now >= answer.Value).Select(answer => (application, answer.Key))).ToList())
        {
            (await stamps[review.Province].PostAsync(Sample.Approval(application.Number!, review.Department))).ShouldBeAccepted();
            application.Answered.Add(review.Department);
        }

        if (now >= _nextLook)
        {
            _nextLook += Minute;
            await LookForAlarmsAsync(now);
        }
    }

    private Task DisruptAsync()
    {
        if (disruption == Disruption.Stopped)
        {
            return stamps[Third].StopAsync();
        }

        stamps.SetLines(Third, disruption == Disruption.Cut ? LinkMode.Cut : LinkMode.HalfOpen);
        return Task.CompletedTask;
    }

    private Task RepairAsync()
    {
        if (disruption == Disruption.Stopped)
        {
            return stamps.StartAgainAsync(Third);
        }

        stamps.SetLines(Third, LinkMode.Open);
        return Task.CompletedTask;
    }

    /// <summary>Stamps look every minute: what is late by more than that is told of, and what is not late is not.</summary>
    private async Task LookForAlarmsAsync(DateTimeOffset now)
    {
        if (!_isOut)
        {
            return;
        }

        foreach (var (stamp, peer) in Running.SelectMany(stamp => Running.Append(Third).Distinct().Where(peer => peer != stamp).Select(peer => (stamp, peer))))
        {
            var waited = await OldestAsync(stamp, peer) is { } oldest ? now - oldest.At.ToDateTimeOffset() : TimeSpan.Zero;
            if (waited < AlarmAfter)
            {
                Told(stamp, 5006, peer).ShouldBe(0, $"{stamp} has waited for {peer} for {waited}");
            }
            else if (waited >= AlarmAfter + Minute && _late.Add((stamp, peer)))
            {
                await UntilAsync($"{stamp} to tell that {peer} is late", () => Task.FromResult(Told(stamp, 5006, peer) == 1 ? null : "it is silent"));
            }
        }
    }

    /// <summary>Waits while the clock stands; lets it go on when nothing else moves any more.</summary>
    private async Task UntilAsync(string what, Func<Task<string?>> obstacle)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var beat = stamps.Pulse.Next;
            if (await obstacle() is not { } seen)
            {
                return;
            }

            if (patience.IsCancellationRequested)
            {
                throw new TimeoutException($"Waited {Patience.TotalSeconds} s for {what} and saw: {seen}.");
            }

            if (!await NextBeatAsync(beat, Stall))
            {
                _clock.TryAdvanceToNextTimer(Minute);
            }
        }
    }

    private static async Task<bool> NextBeatAsync(Task beat, TimeSpan within)
    {
        try
        {
            await beat.WaitAsync(within);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
