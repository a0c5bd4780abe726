using CrossRegion.Embedded.Functions.Queues;

namespace CrossRegion.FunctionsHost.Tests.Queues;

/// <summary>What every implementation of the queues does.</summary>
public sealed class MessageQueuesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortHold = TimeSpan.FromSeconds(1);

    [Theory, OnSqlite, OnStorage]
    public async Task Each_message_is_taken_once_while_it_is_held(QueueKind kind)
    {
        await using QueueBench bench = await QueueBench.OpenAsync(kind);
        await bench.PutAsync("1", "2", "3");
        IReadOnlyList<QueueMessage> first = await bench.TakeAsync(2);
        IReadOnlyList<QueueMessage> second = await bench.TakeAsync(2);
        (first.Count, second.Count).ShouldBe((2, 1));
        first.Concat(second).Select(QueueBench.Text).Order().ShouldBe(["1", "2", "3"]);
        (await bench.TakeAsync(2)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnStorage]
    public async Task A_queue_sees_only_its_own_messages(QueueKind kind)
    {
        await using QueueBench bench = await QueueBench.OpenAsync(kind);
        await bench.PutAsync("1");
        (await bench.Queues.DequeueAsync(QueueBench.Work.Poison, 1)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnStorage]
    public async Task A_queue_that_nobody_has_put_anything_on_is_empty(QueueKind kind)
    {
        await using QueueBench bench = await QueueBench.OpenAsync(kind);
        (await bench.TakeAsync(32)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnStorage]
    public async Task A_body_comes_out_byte_for_byte(QueueKind kind)
    {
        await using QueueBench bench = await QueueBench.OpenAsync(kind);
        byte[][] bodies = [[.. Enumerable.Range(0, 256).Select(value => (byte)value)], "<跨省通办 & \u0001>"u8.ToArray()];
        await bench.Queues.EnqueueAsync([.. bodies.Select(body => new NewMessage(QueueBench.Work, BinaryData.FromBytes(body)))]);
        (await bench.TakeAsync(2)).Select(message => message.Body.ToArray()).ShouldBe(bodies, ignoreOrder: true);
    }

    [Theory, OnSqlite, OnStorage]
    public async Task A_message_says_how_often_it_was_taken_and_that_it_lives_seven_days(QueueKind kind)
    {
        await using QueueBench bench = await QueueBench.OpenAsync(kind);
        await bench.PutAsync("1");
        QueueMessage message = (await bench.TakeAsync(1)).ShouldHaveSingleItem();
        message.DequeueCount.ShouldBe(1);
        (message.ExpiresAt - message.InsertedAt).ShouldBe(TimeSpan.FromDays(7));
        message.Id.ShouldNotBeEmpty();
    }

    [Theory, OnSqlite, OnStorage]
    public async Task A_deleted_message_is_gone_and_a_held_one_comes_back_with_its_count_when_its_holder_is_dead(QueueKind kind)
    {
        await using QueueBench bench = await QueueBench.OpenAsync(kind, hold: ShortHold);
        await bench.PutAsync("1", "2");
        IReadOnlyList<QueueMessage> taken = await bench.TakeAsync(2);
        await bench.Queues.DeleteAsync(taken[0]);
        await bench.ReopenAsync();
        QueueMessage again = (await bench.TakeLaterAsync(1))[0];
        (QueueBench.Text(again), again.DequeueCount).ShouldBe((QueueBench.Text(taken[1]), 2));
        (await bench.TakeAsync(1)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnStorage]
    public async Task A_restart_keeps_every_message(QueueKind kind)
    {
        await using QueueBench bench = await QueueBench.OpenAsync(kind);
        await bench.PutAsync([.. Enumerable.Range(0, 20).Select(number => $"{number:D2}")]);
        await bench.ReopenAsync();
        (await bench.TakeAsync(32)).Select(QueueBench.Text).Order().ShouldBe(Enumerable.Range(0, 20).Select(number => $"{number:D2}"));
    }

    [Theory, OnSqlite, OnStorage]
    public async Task A_released_message_is_visible_again_after_the_delay_and_not_before(QueueKind kind)
    {
        TimeSpan delay = TimeSpan.FromSeconds(2);
        await using QueueBench bench = await QueueBench.OpenAsync(kind);
        await bench.PutAsync("1");
        QueueMessage message = (await bench.TakeAsync(1))[0];
        DateTimeOffset released = bench.Now;
        await bench.Queues.ReleaseAsync(message, delay);
        QueueMessage again = (await bench.TakeLaterAsync(1))[0];
        (bench.Now - released).ShouldBeGreaterThanOrEqualTo(delay);
        again.DequeueCount.ShouldBe(2);
    }

    [Theory, OnSqlite, OnStorage]
    public async Task A_message_released_without_delay_is_visible_at_once(QueueKind kind)
    {
        await using QueueBench bench = await QueueBench.OpenAsync(kind);
        await bench.PutAsync("1");
        await bench.Queues.ReleaseAsync((await bench.TakeAsync(1))[0], TimeSpan.Zero);
        (await bench.TakeAsync(1)).ShouldHaveSingleItem().DequeueCount.ShouldBe(2);
    }

    [Theory, OnSqlite, OnStorage]
    public async Task A_buried_message_is_new_in_the_poison_queue(QueueKind kind)
    {
        await using QueueBench bench = await QueueBench.OpenAsync(kind);
        await bench.PutAsync("1");
        await bench.Queues.ReleaseAsync((await bench.TakeAsync(1))[0], TimeSpan.Zero);
        await bench.Queues.BuryAsync((await bench.TakeAsync(1))[0]);
        (await bench.TakeAsync(1)).ShouldBeEmpty();
        QueueMessage buried = (await bench.Queues.DequeueAsync(QueueBench.Work.Poison, 1)).ShouldHaveSingleItem();
        (QueueBench.Text(buried), buried.DequeueCount).ShouldBe(("1", 1));
    }

    [Theory, OnSqlite, OnStorage]
    public async Task A_wait_ends_when_a_message_is_put(QueueKind kind)
    {
        await using QueueBench bench = await QueueBench.OpenAsync(kind);
        (await bench.TakeAsync(1)).ShouldBeEmpty();
        Task waiting = bench.Queues.WaitAsync(QueueBench.Work, CancellationToken.None);
        await bench.PutAsync("1");
        await waiting.WaitAsync(Patience);
    }

    [Theory, OnSqlite, OnStorage]
    public async Task A_wait_ends_at_once_when_a_message_was_put_since_the_last_look(QueueKind kind)
    {
        await using QueueBench bench = await QueueBench.OpenAsync(kind);
        (await bench.TakeAsync(1)).ShouldBeEmpty();
        await bench.PutAsync("1");
        await bench.Queues.WaitAsync(QueueBench.Work, CancellationToken.None).WaitAsync(Patience);
    }

    [Theory, OnSqlite, OnStorage]
    public async Task A_wait_can_be_cancelled(QueueKind kind)
    {
        await using QueueBench bench = await QueueBench.OpenAsync(kind);
        (await bench.TakeAsync(1)).ShouldBeEmpty();
        using CancellationTokenSource cancellation = new();
        Task waiting = bench.Queues.WaitAsync(QueueBench.Work, cancellation.Token);
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting.WaitAsync(Patience));
    }

    [Theory, OnSqlite, OnStorage]
    public async Task A_message_beyond_the_limit_is_refused_clearly_and_none_of_its_company_is_put(QueueKind kind)
    {
        await using QueueBench bench = await QueueBench.OpenAsync(kind);
        await bench.PutAsync(new string('a', NewMessage.MaximumBytes));
        (await bench.TakeAsync(1)).ShouldHaveSingleItem().Body.ToMemory().Length.ShouldBe(NewMessage.MaximumBytes);
        ArgumentException refused = await Should.ThrowAsync<ArgumentException>(bench.PutAsync("small", new string('a', NewMessage.MaximumBytes + 1)));
        refused.Message.ShouldContain($"{NewMessage.MaximumBytes + 1} bytes is too large for queue work");
        (await bench.TakeAsync(1)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnStorage]
    public async Task Many_callers_at_once_lose_nothing_and_get_nothing_twice(QueueKind kind)
    {
        const int Callers = 16;
        const int Each = 20;
        await using QueueBench bench = await QueueBench.OpenAsync(kind);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (int number = 0; number < Each; number++)
            {
                await bench.PutAsync($"{caller}-{number}");
            }
        })));
        IReadOnlyList<QueueMessage>[] taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            List<QueueMessage> mine = [];
            while (await bench.TakeAsync(32) is { Count: > 0 } batch)
            {
                mine.AddRange(batch);
            }

            return (IReadOnlyList<QueueMessage>)mine;
        })));
        string[] all = [.. taken.SelectMany(mine => mine).Select(QueueBench.Text)];
        all.ShouldBeUnique();
        all.Length.ShouldBe(Callers * Each);
    }
}
