using System.Net;
using Azure.Storage.Queues;
using CrossRegion.Embedded.Functions.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Logging;

namespace CrossRegion.FunctionsHost.Tests.Queues.Storage;

/// <summary>A whole host on Storage queues.</summary>
public sealed class StorageHostTests : IDisposable
{
    /// <summary>Within which a stop ends by itself; the host's shutdown time-out is 15 seconds.</summary>
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(14);

    private readonly TemporaryDirectory _home = new();
    private readonly Probe _log = new();

    public void Dispose() => _home.Dispose();

    [AzuriteFact]
    public async Task A_host_on_Storage_has_no_queue_file_and_says_where_its_queues_are()
    {
        string connection = (await Azurite.SharedAsync()).NewAccount();
        await using HostDriver host = await StartAsync(connection, typeof(QueueSamples));
        await host.Client.PostAsync("/api/Post", new StringContent("hello"));
        await host.Probe.WaitForAsync(1);
        File.Exists(Path.Combine(host.Data, "queues.db")).ShouldBeFalse();
        _log.Told.Count(line => line.StartsWith("7120 Queues are in the storage account test", StringComparison.Ordinal)).ShouldBe(1);
        _log.Told.ShouldNotContain(line => line.Contains("AccountKey", StringComparison.Ordinal));
    }

    [AzuriteFact]
    public async Task A_message_of_another_program_reaches_the_trigger()
    {
        string connection = (await Azurite.SharedAsync()).NewAccount();
        await using HostDriver host = await StartAsync(connection, typeof(QueueSamples));
        QueueClient outside = new(connection, "first", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await outside.CreateAsync();
        await outside.SendMessageAsync("来自外部");
        (await host.Probe.WaitForAsync(1)).ShouldBe(["first 来自外部 1 1"]);
    }

    [AzuriteFact]
    public async Task Each_binding_goes_to_its_own_connection()
    {
        Azurite azurite = await Azurite.SharedAsync();
        FunctionsApplicationBuilder builder = HostDriver.CreateBuilder(
            _home, [typeof(TwoConnections)], "--AzureWebJobsStorage", azurite.NewAccount(), "--AzureWebJobsOrders", azurite.NewAccount());
        await using HostDriver host = await HostDriver.StartAsync(builder, _home);
        await host.Client.PostAsync("/api/PostBoth", null);
        (await host.Probe.WaitForAsync(2)).ShouldBe(["default connection: default", "connection Orders: orders"], ignoreOrder: true);
    }

    [AzuriteFact]
    public async Task A_connection_that_is_not_set_is_the_hosts_own_beside_one_that_is()
    {
        string connection = (await Azurite.SharedAsync()).NewAccount();
        await using HostDriver host = await StartAsync(connection, typeof(TwoConnections));
        await host.Client.PostAsync("/api/PostBoth", null);
        (await host.Probe.WaitForAsync(2)).ShouldBe(["default connection: default", "connection Orders: orders"], ignoreOrder: true);
        File.Exists(Path.Combine(host.Data, "queues.db")).ShouldBeTrue();
    }

    /// <summary>In real time, as Azurite's cannot be moved.</summary>
    [AzuriteFact]
    public async Task A_failed_message_stays_out_of_sight_for_the_visibility_timeout()
    {
        HostDriver.WriteHostJson(_home, new { extensions = new { queues = new { visibilityTimeout = "00:00:02", maxDequeueCount = 2, maxPollingInterval = "00:00:00.2" } } });
        string connection = (await Azurite.SharedAsync()).NewAccount();
        await using HostDriver host = await StartAsync(connection, typeof(FailingQueue));
        QueueClient outside = new(connection, "failing", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await outside.CreateAsync();
        await outside.SendMessageAsync("bad");
        await host.Probe.WaitForAsync(1);
        DateTimeOffset failed = TimeProvider.System.GetUtcNow();
        (await host.Probe.WaitForAsync(3)).ShouldBe(["attempt 1", "attempt 2", "poison bad"]);
        (TimeProvider.System.GetUtcNow() - failed).ShouldBeGreaterThan(TimeSpan.FromSeconds(1.8), "the time-out, less what the first attempt took to be told");
    }

    [AzuriteFact]
    public async Task A_host_starts_and_goes_on_while_the_service_is_out_of_reach_and_loses_nothing()
    {
        Azurite azurite = await Azurite.SharedAsync();
        await using Relay relay = new(azurite.Port);
        string connection = azurite.NewAccount(relay.Port);
        relay.GoDown();
        HostDriver.WriteHostJson(_home, new { extensions = new { queues = new { maxPollingInterval = "00:00:00.5" } } });
        await using HostDriver host = await StartAsync(connection, typeof(QueueSamples));

        // Down from the start: it says so for each of its four queues, serves, and tells the caller that nothing was put.
        await WaitForLogAsync("7126 ", 4);
        (await host.Client.PostAsync("/api/Post", new StringContent("lost"))).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        relay.ComeUp();
        (await host.Client.PostAsync("/api/Post", new StringContent("first"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await host.Probe.WaitForAsync(1)).ShouldBe(["first first 1 1"]);

        // Down in between: what was put meanwhile by another program is taken afterwards.
        relay.GoDown();
        QueueClient outside = new(connection.Replace($":{relay.Port}/", $":{azurite.Port}/", StringComparison.Ordinal), "first");
        await outside.SendMessageAsync("bWVhbndoaWxl");
        int before = _log.Told.Count(line => line.StartsWith("7126 ", StringComparison.Ordinal));
        await WaitForLogAsync("7126 ", before + 1);
        relay.ComeUp();
        (await host.Probe.WaitForAsync(2)).ShouldBe(["first first 1 1", "first meanwhile 1 1"]);

        // Down at the end: the stop does not wait for it.
        relay.GoDown();
        await host.StopAsync().WaitAsync(StopPatience);
    }

    [Fact]
    public async Task A_bad_connection_is_one_sentence_at_start_however_many_bindings_use_it()
    {
        StartRefusedException refused = await Should.ThrowAsync<StartRefusedException>(StartAsync("AccountName=a;secret", typeof(QueueSamples)));
        refused.Faults.ShouldHaveSingleItem().ShouldStartWith("The setting AzureWebJobsStorage is no connection to Storage queues: ");
        refused.Message.ShouldNotContain("secret");
    }

    [Fact]
    public async Task Bad_options_of_Storage_queues_are_told_together()
    {
        HostDriver.WriteHostJson(_home, new { extensions = new { queues = new { messageEncoding = "utf7", maxPollingInterval = "00:00:00.05" } } });
        StartRefusedException refused = await Should.ThrowAsync<StartRefusedException>(StartAsync("", typeof(QueueSamples)));
        refused.Faults.ShouldBe(
            [
                "host.json: extensions.queues.maxPollingInterval is '00:00:00.05', not a time from 00:00:00.1000000 to 7.00:00:00.",
                "host.json: extensions.queues.messageEncoding is 'utf7', not 'base64' or 'none'.",
            ],
            ignoreOrder: true);
    }

    private Task<HostDriver> StartAsync(string connection, params Type[] functions) => HostDriver.StartAsync(Build(connection, functions), _home);

    private FunctionsApplicationBuilder Build(string connection, params Type[] functions)
    {
        FunctionsApplicationBuilder builder = HostDriver.CreateBuilder(_home, functions, "--AzureWebJobsStorage", connection);
        builder.Logging.AddProvider(new RecordedLog(_log));
        return builder;
    }

    private async Task WaitForLogAsync(string start, int count)
    {
        int seen = 0;
        while (_log.Told.Count(line => line.StartsWith(start, StringComparison.Ordinal)) < count)
        {
            seen = (await _log.WaitForAsync(Math.Max(seen, _log.Told.Count) + 1)).Count;
        }
    }
}
