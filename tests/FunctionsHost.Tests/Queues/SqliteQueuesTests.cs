using CrossRegion.Embedded.Functions.Hosting;
using CrossRegion.Embedded.Functions.Queues;
using CrossRegion.Embedded.Functions.Queues.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrossRegion.FunctionsHost.Tests.Queues;

/// <summary>What the host's own queues promise beyond <see cref="MessageQueuesTests"/>.</summary>
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
    public async Task Messages_come_in_the_order_they_were_put()
    {
        await PutAsync("1", "2", "3");
        (await TakeAsync(2)).Select(Text).ShouldBe(["1", "2"]);
        (await TakeAsync(2)).Select(Text).ShouldBe(["3"]);
    }

    [Fact]
    public async Task A_wait_ends_at_the_moment_a_released_message_is_visible_again()
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
    public async Task A_message_that_nobody_takes_within_seven_days_is_deleted()
    {
        await PutAsync("old");
        _clock.Advance(TimeSpan.FromDays(6));
        await PutAsync("young");
        _clock.Advance(TimeSpan.FromDays(1));
        (await TakeAsync(2)).Select(Text).ShouldBe(["young"]);
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
