using CrossRegion.Embedded.Functions.Hosting;
using CrossRegion.Embedded.Functions.Queues;
using CrossRegion.Embedded.Functions.Queues.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrossRegion.FunctionsHost.Tests.Queues;

public sealed class SqliteQueuesTests : IAsyncLifetime
{
    private static readonly QueueName Work = QueueName.Parse("work")!.Value;

    private readonly TemporaryDirectory _home = new();
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private SqliteQueues _queues = null!;

    public Task InitializeAsync()
    {
        _queues = Open();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _queues.DisposeAsync();
        _home.Dispose();
    }

    [Fact]
    public async Task Messages_come_in_the_order_they_were_put_and_once_while_they_are_held()
    {
        await PutAsync("1", "2", "3");
        (await TakeAsync(2)).Select(Text).ShouldBe(["1", "2"]);
        (await TakeAsync(2)).Select(Text).ShouldBe(["3"]);
        (await TakeAsync(2)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_queue_sees_only_its_own_messages()
    {
        await PutAsync("1");
        (await _queues.DequeueAsync(Work.Poison, 1)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deleted_message_is_gone_and_a_held_one_comes_back_after_a_restart_with_its_count()
    {
        await PutAsync("1", "2");
        IReadOnlyList<QueueMessage> taken = await TakeAsync(2);
        await _queues.DeleteAsync(taken[0]);
        await _queues.DisposeAsync();
        _queues = Open();
        QueueMessage again = (await TakeAsync(2)).ShouldHaveSingleItem();
        (Text(again), again.DequeueCount).ShouldBe(("2", 2));
    }

    [Fact]
    public async Task A_released_message_is_visible_again_after_the_delay()
    {
        await PutAsync("1");
        await _queues.ReleaseAsync((await TakeAsync(1))[0], TimeSpan.FromSeconds(10));
        (await TakeAsync(1)).ShouldBeEmpty();
        Task waiting = _queues.WaitAsync(Work, CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(9));
        (await TakeAsync(1)).ShouldBeEmpty();
        waiting.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await waiting;
        (await TakeAsync(1)).ShouldHaveSingleItem().DequeueCount.ShouldBe(2);
    }

    [Fact]
    public async Task A_wait_ends_when_a_message_is_put()
    {
        Task waiting = _queues.WaitAsync(Work, CancellationToken.None);
        await PutAsync("1");
        await waiting.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_wait_ends_at_once_when_a_message_is_there_already()
    {
        await PutAsync("1");
        await _queues.WaitAsync(Work, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_buried_message_is_new_in_the_poison_queue()
    {
        await PutAsync("1");
        await _queues.BuryAsync((await TakeAsync(1))[0]);
        (await TakeAsync(1)).ShouldBeEmpty();
        (await _queues.DequeueAsync(Work.Poison, 1)).ShouldHaveSingleItem().DequeueCount.ShouldBe(1);
    }

    [Fact]
    public async Task A_message_that_nobody_takes_within_seven_days_is_deleted()
    {
        await PutAsync("old");
        _clock.Advance(TimeSpan.FromDays(6));
        await PutAsync("young");
        _clock.Advance(TimeSpan.FromDays(1));
        (await TakeAsync(2)).Select(Text).ShouldBe(["young"]);
    }

    [Fact]
    public async Task A_message_that_Azure_would_refuse_for_its_size_is_refused_and_none_of_its_company_is_put()
    {
        await PutAsync(new string('a', NewMessage.MaximumBytes));
        (await TakeAsync(1)).Count.ShouldBe(1);
        await Should.ThrowAsync<ArgumentException>(PutAsync("small", new string('a', NewMessage.MaximumBytes + 1)));
        (await TakeAsync(1)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_callers_at_once_lose_nothing_and_share_commits()
    {
        const int Callers = 32;
        const int Each = 50;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (int number = 0; number < Each; number++)
            {
                await PutAsync($"{caller}-{number}");
            }
        })));
        HashSet<string> seen = [];
        while (await TakeAsync(32) is { Count: > 0 } batch)
        {
            foreach (QueueMessage message in batch)
            {
                seen.Add(Text(message)).ShouldBeTrue();
            }
        }

        seen.Count.ShouldBe(Callers * Each);
    }

    [Fact]
    public async Task A_file_of_a_later_version_is_not_touched()
    {
        await _queues.DisposeAsync();
        using (SqliteConnection connection = new($"Data Source={_home.PathOf("queues.db")};Pooling=False"))
        {
            connection.Open();
            using SqliteCommand command = new("PRAGMA user_version = 2", connection);
            command.ExecuteNonQuery();
        }

        Should.Throw<StartRefusedException>(Open).Message.ShouldContain("schema version 2");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        await _queues.DisposeAsync();
        await File.WriteAllTextAsync(_home.PathOf("queues.db"), string.Concat(Enumerable.Repeat("no database ", 100)));
        Should.Throw<StartRefusedException>(Open).Message.ShouldContain("queues.db cannot be opened");
    }

    private static string Text(QueueMessage message) => message.Body.ToString();

    private SqliteQueues Open() => new(
        new DataDirectory(new HostSettings { DataDirectory = _home.Root, Urls = "" }), _clock, NullLogger<SqliteQueues>.Instance);

    private Task PutAsync(params string[] texts) =>
        _queues.EnqueueAsync([.. texts.Select(text => new NewMessage(Work, BinaryData.FromString(text)))]);

    private Task<IReadOnlyList<QueueMessage>> TakeAsync(int most) => _queues.DequeueAsync(Work, most);
}
