using System.Net;
using CrossRegion.Embedded.Functions.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

namespace CrossRegion.FunctionsHost.Tests.Hosting;

public sealed class StartTests : IDisposable
{
    private readonly TemporaryDirectory _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Values_of_local_settings_are_settings_with_sections_by_double_underscore()
    {
        await File.WriteAllTextAsync(_home.PathOf("local.settings.json"), """{"IsEncrypted":false,"Values":{"Plain":"p","Part__Inner__Leaf":"l","PATH":"never"}}""");
        await using HostDriver host = await HostDriver.StartAsync(_home, typeof(SettingsSamples));
        (await host.Client.GetStringAsync("/api/settings/Plain")).ShouldBe("p");
        (await host.Client.GetStringAsync("/api/settings/Part/Inner/Leaf")).ShouldBe("l");
        (await host.Client.GetStringAsync("/api/settings/PATH")).ShouldBe(Environment.GetEnvironmentVariable("PATH"), "environment variables come first");
    }

    [Fact]
    public async Task An_app_setting_overrides_host_json()
    {
        HostDriver.WriteHostJson(_home, new { extensions = new { http = new { routePrefix = "x" } } });
        FunctionsApplicationBuilder builder = HostDriver.CreateBuilder(_home, [typeof(SettingsSamples)], "--AzureFunctionsJobHost:extensions:http:routePrefix", "y");
        await using HostDriver host = await HostDriver.StartAsync(builder, _home);
        (await host.Client.GetAsync("/x/settings/a")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await host.Client.GetAsync("/y/settings/a")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Bad_files_and_settings_are_told_together()
    {
        await File.WriteAllTextAsync(_home.PathOf("host.json"), """{"extensions":{"queues":{"batchSize":33,"maxDequeueCount":0,"visibilityTimeout":"soon"}}}""");
        await File.WriteAllTextAsync(_home.PathOf("local.settings.json"), """{"IsEncrypted":true}""");
        FunctionsApplicationBuilder builder = HostDriver.CreateBuilder(_home, [typeof(SettingsSamples)], "--port", "70000", "--CrossRegion:MaxWorkItemAttempts", "2");
        StartRefusedException refused = await Should.ThrowAsync<StartRefusedException>(HostDriver.StartAsync(builder, _home));
        foreach (string part in new[] { "batchSize is '33'", "maxDequeueCount is '0'", "visibilityTimeout is 'soon'", "encrypted", "port '70000'", "MaxWorkItemAttempts is '2'" })
        {
            refused.Message.ShouldContain(part);
        }

        refused.Faults.Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_file_that_is_not_JSON_is_named()
    {
        await File.WriteAllTextAsync(_home.PathOf("host.json"), "{");
        StartRefusedException refused = await Should.ThrowAsync<StartRefusedException>(HostDriver.StartAsync(_home, typeof(SettingsSamples)));
        refused.Message.ShouldContain(_home.PathOf("host.json"));
    }

    [Fact]
    public async Task A_second_host_on_the_same_data_directory_is_refused_in_one_sentence_until_the_first_has_stopped()
    {
        HostDriver first = await HostDriver.StartAsync(_home, typeof(SettingsSamples));
        StartRefusedException refused = await Should.ThrowAsync<StartRefusedException>(HostDriver.StartAsync(_home, typeof(SettingsSamples)));
        refused.Message.ShouldBe(
            $"Another process is using the data directory {first.Data}: stop it first, or choose another directory with --data or CrossRegion__DataDirectory.");
        (await first.Client.GetStringAsync("/api/settings/x")).ShouldBe("unset");
        await first.StopAsync();
        await using HostDriver second = await HostDriver.StartAsync(_home, typeof(SettingsSamples));
        await first.DisposeAsync();
    }

    [Fact]
    public async Task Several_hosts_run_in_one_process()
    {
        using TemporaryDirectory other = new();
        await using HostDriver one = await HostDriver.StartAsync(_home, typeof(SettingsSamples));
        await using HostDriver two = await HostDriver.StartAsync(other, typeof(SettingsSamples));
        one.Client.BaseAddress.ShouldNotBe(two.Client.BaseAddress);
        (await two.Client.GetStringAsync("/api/settings/CrossRegion/DataDirectory")).ShouldBe(two.Data);
    }

    [Fact]
    public void A_host_is_built_once()
    {
        FunctionsApplicationBuilder builder = HostDriver.CreateBuilder(_home, []);
        using IHost host = builder.Build();
        Should.Throw<InvalidOperationException>(builder.Build);
    }
}
