using System.Diagnostics;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using QueueMessage = CrossRegion.Embedded.Functions.Queues.QueueMessage;

namespace CrossRegion.FunctionsHost.Tests.Queues.Storage;

/// <summary>What Storage queues do beyond <see cref="MessageQueuesTests"/>, and what other programs see of it. Visibility takes real time here.</summary>
public sealed class StorageQueuesTests
{
    [AzuriteFact]
    public async Task A_body_is_Base64_for_other_programs_and_theirs_is_read_as_such()
    {
        await using StorageBench bench = await StorageBench.OpenAsync();
        await bench.PutAsync("跨省");
        QueueClient outside = bench.Outside(QueueBench.Work);
        PeekedMessage[] seen = await outside.PeekMessagesAsync();
        seen.ShouldHaveSingleItem().MessageText.ShouldBe("6Leo55yB");
        await outside.ClearMessagesAsync();
        await outside.SendMessageAsync("6YCa5Yqe");
        (await bench.TakeAsync(2)).Select(QueueBench.Text).ShouldBe(["通办"]);
    }

    [AzuriteFact]
    public async Task With_the_encoding_none_a_body_is_plain_text_both_ways()
    {
        await using StorageBench bench = await StorageBench.OpenAsync(encoding: "none");
        await bench.PutAsync("跨省 <&>");
        QueueClient outside = bench.Outside(QueueBench.Work);
        PeekedMessage[] seen = await outside.PeekMessagesAsync();
        seen.ShouldHaveSingleItem().MessageText.ShouldBe("跨省 <&>");
        (await bench.TakeAsync(1)).Select(QueueBench.Text).ShouldBe(["跨省 <&>"]);
    }

    [AzuriteFact]
    public async Task A_message_in_another_encoding_goes_to_the_poison_queue_as_it_is_and_stops_nobody()
    {
        await using StorageBench bench = await StorageBench.OpenAsync();
        await bench.PutAsync("before");
        QueueClient outside = bench.Outside(QueueBench.Work);
        await outside.SendMessageAsync("{\"plain\":true}");
        await bench.PutAsync("after");
        (await bench.TakeAsync(3)).Select(QueueBench.Text).ShouldBe(["before", "after"], ignoreOrder: true);
        PeekedMessage[] poison = await bench.Outside(QueueBench.Work.Poison).PeekMessagesAsync();
        poison.ShouldHaveSingleItem().MessageText.ShouldBe("{\"plain\":true}");
        (await outside.GetPropertiesAsync()).Value.ApproximateMessagesCount.ShouldBe(2, "those taken and nothing else");
        bench.Log.Told.ShouldContain(line => line.StartsWith("7129 ", StringComparison.Ordinal));
    }

    [AzuriteFact]
    public async Task A_message_at_work_stays_out_of_sight_as_long_as_its_hold_is_renewed()
    {
        TimeSpan hold = TimeSpan.FromSeconds(3);
        await using StorageBench bench = await StorageBench.OpenAsync(hold);
        await bench.PutAsync("long work");
        QueueMessage working = (await bench.TakeAsync(1))[0];
        QueueClient other = bench.Outside(QueueBench.Work);
        Stopwatch watch = Stopwatch.StartNew();
        while (watch.Elapsed < hold * 1.5)
        {
            await bench.RenewAsync();
            (await other.ReceiveMessagesAsync(1)).Value.ShouldBeEmpty();
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        await bench.Queues.DeleteAsync(working);
        (await other.GetPropertiesAsync()).Value.ApproximateMessagesCount.ShouldBe(0, "the latest receipt deletes it");
    }

    [AzuriteFact]
    public async Task A_message_that_another_has_taken_over_is_left_to_it()
    {
        await using StorageBench bench = await StorageBench.OpenAsync(TimeSpan.FromSeconds(1));
        await bench.PutAsync("1");
        QueueMessage mine = (await bench.TakeAsync(1))[0];
        QueueClient outside = bench.Outside(QueueBench.Work);
        Azure.Storage.Queues.Models.QueueMessage[] theirs;
        do
        {
            theirs = await outside.ReceiveMessagesAsync(1, TimeSpan.FromMinutes(1)); // the clock of the holds stands still: nothing is renewed
        }
        while (theirs.Length == 0);

        await bench.Queues.DeleteAsync(mine);
        bench.Log.Told.ShouldContain(line => line.StartsWith($"7127 Message {mine.Id} ", StringComparison.Ordinal));
        (await outside.GetPropertiesAsync()).Value.ApproximateMessagesCount.ShouldBe(1);
        await outside.DeleteMessageAsync(theirs[0].MessageId, theirs[0].PopReceipt);
    }

    [AzuriteFact]
    public async Task A_queue_is_made_by_who_puts_something_and_not_by_who_looks()
    {
        await using StorageBench bench = await StorageBench.OpenAsync();
        QueueClient outside = bench.Outside(QueueBench.Work);
        (await bench.TakeAsync(1)).ShouldBeEmpty();
        (await outside.ExistsAsync()).Value.ShouldBeFalse();
        await bench.PutAsync("1");
        (await outside.ExistsAsync()).Value.ShouldBeTrue();
    }

    [AzuriteFact]
    public async Task A_wait_ends_after_the_pause_when_another_program_has_put_something()
    {
        await using StorageBench bench = await StorageBench.OpenAsync();
        (await bench.TakeAsync(1)).ShouldBeEmpty();
        Task waiting = bench.Queues.WaitAsync(QueueBench.Work, CancellationToken.None);
        bench.Pass(TimeSpan.FromMilliseconds(99));
        waiting.IsCompleted.ShouldBeFalse();
        bench.Pass(TimeSpan.FromMilliseconds(1));
        await waiting.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [AzuriteFact]
    public async Task A_message_whose_end_could_not_be_stored_comes_again()
    {
        await using Relay relay = new((await Azurite.SharedAsync()).Port);
        await using StorageBench bench = await StorageBench.OpenAsync(TimeSpan.FromSeconds(1), port: relay.Port);
        await bench.PutAsync("1");
        QueueMessage message = (await bench.TakeAsync(1))[0];
        relay.GoDown();
        await Should.ThrowAsync<Exception>(bench.Queues.DeleteAsync(message));
        (await bench.TakeAsync(1)).ShouldBeEmpty("nothing can be read while the service is down");
        bench.Log.Told.ShouldContain(line => line.StartsWith("7126 ", StringComparison.Ordinal));
        relay.ComeUp();
        (await bench.TakeLaterAsync(1))[0].DequeueCount.ShouldBe(2);
    }

    [AzuriteFact]
    public async Task A_hold_that_could_not_be_renewed_is_tried_again_sooner()
    {
        await using Relay relay = new((await Azurite.SharedAsync()).Port);
        TimeSpan hold = TimeSpan.FromMinutes(1);
        await using StorageBench bench = await StorageBench.OpenAsync(hold, port: relay.Port);
        await bench.PutAsync("1");
        QueueMessage message = (await bench.TakeAsync(1))[0];
        relay.GoDown();
        bench.Pass(hold / 2);
        (await bench.Log.WaitForAsync(1)).ShouldHaveSingleItem().ShouldStartWith($"7128 Message {message.Id} ");
        relay.ComeUp();
        await bench.RenewAsync();
        await bench.Queues.DeleteAsync(message);
        (await bench.Outside(QueueBench.Work).GetPropertiesAsync()).Value.ApproximateMessagesCount.ShouldBe(0);
    }
}
