using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Taking;
using CrossRegion.Orchestrations.Exchange.Wire;
using CrossRegion.Orchestrations.Tests.App;
using NodaTime;

namespace CrossRegion.Exchange.Tests;

public sealed class AdmissionTests : IDisposable
{
    private static readonly ProvinceCode Peer = ProvinceCode.Parse("51");

    private readonly ManualClock _clock = new(DateTimeOffset.UnixEpoch, new Pulse());
    private readonly Admission _admission;

    public AdmissionTests() => _admission = new Admission(new ExchangeOptions([ProvinceCode.Parse("44")], [Peer]) { CatchUpShare = 0.25 }, _clock);

    public void Dispose() => _admission.Dispose();

    [Fact]
    public void Work_for_those_who_catch_up_is_followed_by_a_rest_that_leaves_the_rest_of_the_time_to_others()
    {
        var catchUp = _admission.TryCatchUp(out _).ShouldNotBeNull();
        _clock.Advance(TimeSpan.FromMilliseconds(100));
        catchUp.Pause.ShouldBe(new Pause(300, Admission.CatchUpBatch));
        catchUp.Dispose();

        _clock.Advance(TimeSpan.FromMilliseconds(299));
        _admission.TryCatchUp(out var tooEarly).ShouldBeNull();
        tooEarly.Ms.ShouldBe(1);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        _admission.TryCatchUp(out _).ShouldNotBeNull();
    }

    [Fact]
    public void One_at_a_time_catches_up()
    {
        using var first = _admission.TryCatchUp(out _);

        _admission.TryCatchUp(out var pause).ShouldBeNull();
        pause.Ms.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Who_is_not_behind_need_not_wait()
    {
        MustWait(seconds: 10).ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(11));
        MustWait(seconds: 11).ShouldBeTrue();
        MustWait(seconds: 5).ShouldBeFalse();
    }

    [Fact]
    public void Who_is_late_and_never_was_away_is_not_held_up_as_well()
    {
        MustWait(seconds: 0).ShouldBeFalse();
        for (var late = 1; late < 60; late++)
        {
            _clock.Advance(TimeSpan.FromSeconds(10));
            MustWait(seconds: late).ShouldBeFalse();
        }
    }

    [Fact]
    public void Who_falls_behind_further_while_catching_up_is_let_in_until_it_has_caught_up()
    {
        MustWait(seconds: 600).ShouldBeTrue();
        MustWait(seconds: 660).ShouldBeTrue();
        MustWait(seconds: 661).ShouldBeFalse();
        MustWait(seconds: 300).ShouldBeFalse();
        MustWait(seconds: 10).ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(11));
        MustWait(seconds: 600).ShouldBeTrue();
    }

    [Fact]
    public async Task So_many_requests_are_taken_at_once_the_next_ones_wait_and_still_more_come_again()
    {
        var places = new List<IDisposable>();
        for (var i = 0; i < 16; i++)
        {
            places.Add((await _admission.EnterAsync(default)).Place.ShouldNotBeNull());
        }

        var waiting = Enumerable.Range(0, 256).Select(_ => _admission.EnterAsync(default)).ToList();
        waiting.ShouldAllBe(task => !task.IsCompleted);
        var (place, pause) = await _admission.EnterAsync(default);
        place.ShouldBeNull();
        pause.Ms.ShouldBe(1000);

        places[0].Dispose();
        (await (await Task.WhenAny(waiting))).Place.ShouldNotBeNull();
        _clock.Advance(TimeSpan.FromSeconds(10));
        (await Task.WhenAll(waiting)).Count(entered => entered.Place is null).ShouldBe(255);
    }

    private bool MustWait(int seconds) => _admission.MustWait(Peer, Duration.FromSeconds(seconds));
}
