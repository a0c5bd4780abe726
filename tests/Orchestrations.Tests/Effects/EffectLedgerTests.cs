using CrossRegion.Adapters.Sqlite;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Effects;
using CrossRegion.Orchestrations.Sealing;
using CrossRegion.Orchestrations.Tests.Sealing;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace CrossRegion.Orchestrations.Tests.Effects;

/// <summary>The ledger on the real store; a crash is an exception at a fault point and a new ledger after it.</summary>
public sealed class EffectLedgerTests : IAsyncLifetime
{
    private const string Key = "look-up:resident-identity";

    private static readonly ApplicationNumber Number =
        ApplicationNumber.Derive(ProvinceCode.Parse("51"), "urn:gov:cn:51:zwfw", "SAMPLE", new byte[32]);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("crossregion-ledger-");
    private SqliteDocumentStore _store = null!;
    private int _performed;

    public Task InitializeAsync()
    {
        _store = SqliteDocumentStore.Open(new SqliteDocumentStoreOptions { DataDirectory = _directory.FullName }, NullLogger<SqliteDocumentStore>.Instance);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    [Fact]
    public async Task A_completed_effect_is_never_performed_again()
    {
        (await RunAsync(Ledger(), find: null)).ShouldBe("answer 1");
        (await RunAsync(Ledger(), find: null)).ShouldBe("answer 1");

        _performed.ShouldBe(1);
        (await Ledger().ResultAsync<string>(Number, Key, CancellationToken.None)).ShouldBe("answer 1");
    }

    [Theory]
    [InlineData(EffectFaultPoint.BeforeBegun, 1)]
    [InlineData(EffectFaultPoint.AfterBegun, 1)]
    [InlineData(EffectFaultPoint.AfterPerformed, 1)]
    [InlineData(EffectFaultPoint.AfterCompleted, 1)]
    public async Task Wherever_it_crashes_an_effect_that_can_be_asked_about_is_performed_once(EffectFaultPoint crash, int times)
    {
        await CrashAsync(crash, _ => Task.FromResult<string?>(null));

        (await RunAsync(Ledger(), _ => Task.FromResult(_performed > 0 ? "answer 1" : null))).ShouldBe("answer 1");
        _performed.ShouldBe(times);
    }

    [Theory]
    [InlineData(EffectFaultPoint.BeforeBegun, 1)]
    [InlineData(EffectFaultPoint.AfterBegun, 1)]
    [InlineData(EffectFaultPoint.AfterPerformed, 2)] // in doubt: again, under the same key
    [InlineData(EffectFaultPoint.AfterCompleted, 1)]
    public async Task Only_what_is_in_doubt_and_cannot_be_asked_about_is_performed_again(EffectFaultPoint crash, int times)
    {
        await CrashAsync(crash, find: null);

        await RunAsync(Ledger(), find: null);
        _performed.ShouldBe(times);
    }

    [Fact]
    public async Task An_effect_that_fails_stays_in_doubt_and_has_no_result()
    {
        await Should.ThrowAsync<HttpRequestException>(() => Ledger().RunAsync<string>(
            Number, Key, find: null, _ => Task.FromException<string>(new HttpRequestException("down")), CancellationToken.None));

        await Should.ThrowAsync<InvalidOperationException>(() => Ledger().ResultAsync<string>(Number, Key, CancellationToken.None));
    }

    [Fact]
    public async Task Two_runners_at_once_get_one_answer_and_neither_performs_it_twice()
    {
        using var bothAtIt = new Barrier(2);
        var runs = Enumerable.Range(0, 2).Select(_ => Task.Run(() => Ledger().RunAsync<string>(Number, Key, find: null, PerformTogetherAsync, CancellationToken.None)));

        var answers = await Task.WhenAll(runs);

        answers[0].ShouldBe(answers[1]);
        _performed.ShouldBe(2); // each was begun before the other ended

        async Task<string> PerformTogetherAsync(CancellationToken cancellation)
        {
            var answer = await PerformAsync(cancellation);
            bothAtIt.SignalAndWait(TimeSpan.FromSeconds(20), cancellation).ShouldBeTrue("waited 20 s for the other runner, which never came");
            return answer;
        }
    }

    private async Task CrashAsync(EffectFaultPoint at, Func<CancellationToken, Task<string?>>? find)
    {
        var crashed = await Should.ThrowAsync<InvalidOperationException>(() => RunAsync(Ledger(at), find));
        crashed.Message.ShouldBe($"crash {at}");
    }

    private EffectLedger Ledger(EffectFaultPoint? crash = null) => new(
        _store,
        new CaseKeys(_store, new BareKeys(), TimeProvider.System),
        SystemClock.Instance,
        at =>
        {
            if (at == crash)
            {
                throw new InvalidOperationException($"crash {at}");
            }
        });

    private Task<string?> RunAsync(EffectLedger ledger, Func<CancellationToken, Task<string?>>? find) =>
        ledger.RunAsync(Number, Key, find, PerformAsync, CancellationToken.None);

    private Task<string> PerformAsync(CancellationToken cancellation) => Task.FromResult($"answer {Interlocked.Increment(ref _performed)}");
}
