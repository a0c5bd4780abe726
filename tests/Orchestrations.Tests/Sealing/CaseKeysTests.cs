using CrossRegion.Adapters.Sqlite;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.Sealing;
using CrossRegion.Orchestrations.Tests.App;
using CrossRegion.Orchestrations.Tests.Cases;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrossRegion.Orchestrations.Tests.Sealing;

/// <summary>The keys of applications on the real store.</summary>
public sealed class CaseKeysTests : IAsyncLifetime
{
    private static readonly ApplicationNumber Number = SampleStory.Number;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("crossregion-keys-");
    private readonly ManualClock _clock = new(DateTimeOffset.UnixEpoch, new Pulse());
    private readonly BareKeys _wrapper = new();
    private SqliteDocumentStore _store = null!;

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
    public async Task A_key_is_unwrapped_once_and_again_after_five_minutes()
    {
        var written = (await BeginAsync(Keys())).Write("x", SampleStory.Cases().First());
        var keys = Keys();

        for (var i = 0; i < 3; i++)
        {
            (await OfAsync(keys)).Read<Case>("x", written).Applicant.Name.ShouldBe("模拟公司");
        }

        _wrapper.Unwrapped.ShouldBe(1);
        _clock.Advance(TimeSpan.FromMinutes(5));
        await OfAsync(keys);
        _wrapper.Unwrapped.ShouldBe(2);
    }

    [Fact]
    public async Task A_key_that_was_deleted_and_forgotten_opens_nothing_any_more()
    {
        var keys = Keys();
        var seal = await BeginAsync(keys);
        keys.Remember(Number, seal);
        await EraseAsync();

        keys.Forget(Number);

        (await OfAsync(keys)).Opens.ShouldBeFalse();
    }

    [Fact]
    public async Task A_key_that_was_read_before_it_was_forgotten_is_not_kept()
    {
        await BeginAsync(Keys());
        var slow = new SlowKeys();
        var keys = new CaseKeys(_store, slow, _clock);
        var reading = keys.OfAsync(Number, CancellationToken.None).AsTask();
        await slow.Asked.WaitAsync(TimeSpan.FromSeconds(30));

        await EraseAsync();
        keys.Forget(Number);
        slow.Answer();

        (await reading).Opens.ShouldBeTrue();
        (await OfAsync(keys)).Opens.ShouldBeFalse();
    }

    [Fact]
    public async Task Only_so_many_keys_are_kept()
    {
        var keys = Keys();
        keys.Remember(Number, await BeginAsync(keys));
        for (var i = 0; i < 2 * 5_000; i++)
        {
            keys.Remember(ApplicationNumber.Derive(ProvinceCode.Parse("51"), "urn:gov:cn:51:zwfw", $"{i}", new byte[32]), CaseSeal.Closed);
        }

        await OfAsync(keys);

        _wrapper.Unwrapped.ShouldBe(1);
    }

    [Fact]
    public async Task A_case_that_nobody_has_is_closed_and_gets_no_key()
    {
        (await OfAsync(Keys())).Opens.ShouldBeFalse();
        (await _store.ListAsync(CaseDocuments.Partition(Number), "", CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_case_of_an_earlier_build_gets_one_key_whoever_looks_first()
    {
        await _store.CommitAsync(
            CaseDocuments.Partition(Number), [new DocumentWrite.Create(CaseDocuments.CaseId, ClearJson.Write(SampleStory.Cases().First()), [])], CancellationToken.None);

        var seals = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => OfAsync(Keys()))));

        var written = seals[0].Write("x", SampleStory.Cases().First());
        seals.ShouldAllBe(seal => seal.Read<Case>("x", written).Applicant.Name == "模拟公司");
    }

    private CaseKeys Keys() => new(_store, _wrapper, _clock);

    private static Task<CaseSeal> OfAsync(CaseKeys keys) => keys.OfAsync(Number, CancellationToken.None).AsTask();

    /// <summary>A case with its key, as they begin.</summary>
    private async Task<CaseSeal> BeginAsync(CaseKeys keys)
    {
        var (seal, key) = await keys.NewAsync(Number, CancellationToken.None);
        var subject = new DocumentWrite.Create(CaseDocuments.CaseId, seal.Write(CaseDocuments.CaseId, SampleStory.Cases().Last()), []);
        (await _store.CommitAsync(CaseDocuments.Partition(Number), [key, subject], CancellationToken.None)).Committed.ShouldBeTrue();
        return seal;
    }

    private async Task EraseAsync()
    {
        var subject = (await _store.ReadAsync(CaseDocuments.Case(Number), CancellationToken.None))!;
        var key = (await _store.ReadAsync(CaseDocuments.Key(Number), CancellationToken.None))!;
        var erased = CaseSeal.Closed.Read<Case>(subject).After(new Erased(SampleStory.At, "operator", "申请人要求"), SampleStory.Rules);
        var batch = (DocumentWrite[])
        [
            new DocumentWrite.Delete(CaseDocuments.KeyId, key.ETag),
            new DocumentWrite.Replace(CaseDocuments.CaseId, CaseSeal.Closed.Write(CaseDocuments.CaseId, erased), [], subject.ETag),
        ];
        (await _store.CommitAsync(CaseDocuments.Partition(Number), batch, CancellationToken.None)).Committed.ShouldBeTrue();
    }

    /// <summary>Unwraps when it is told to.</summary>
    private sealed class SlowKeys : IKeyWrapper
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task;

        public void Answer() => _answer.SetResult();

        public Task<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken cancellation) => throw new NotSupportedException();

        public async Task<byte[]> UnwrapAsync(WrappedKey wrapped, CancellationToken cancellation)
        {
            _asked.TrySetResult();
            await _answer.Task.WaitAsync(cancellation);
            return wrapped.Value;
        }
    }
}
