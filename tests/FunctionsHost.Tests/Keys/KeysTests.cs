using System.Net;
using System.Text.Json.Nodes;
using CrossRegion.Embedded.Functions.Hosting;

namespace CrossRegion.FunctionsHost.Tests.Keys;

public sealed class KeysTests : IAsyncLifetime
{
    private readonly TemporaryDirectory _home = new();
    private HostDriver _host = null!;

    public async Task InitializeAsync() => _host = await HostDriver.StartAsync(_home, typeof(KeyedFunctions));

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _home.Dispose();
    }

    [Fact]
    public async Task Anonymous_needs_no_key() => (await GetAsync("Open", null)).ShouldBe(HttpStatusCode.OK);

    [Theory]
    [InlineData("Keyed")]
    [InlineData("Other")]
    [InlineData("Administer")]
    public async Task Without_a_key_or_with_a_wrong_one_the_answer_is_401(string function)
    {
        (await GetAsync(function, null)).ShouldBe(HttpStatusCode.Unauthorized);
        (await GetAsync(function, "wrong")).ShouldBe(HttpStatusCode.Unauthorized);
        (await GetAsync(function, _host.HostKey[..^1])).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_function_is_opened_by_its_own_key_a_host_key_and_the_master_key_only()
    {
        (await GetAsync("Keyed", FunctionKey("Keyed"))).ShouldBe(HttpStatusCode.OK);
        (await GetAsync("Keyed", _host.HostKey)).ShouldBe(HttpStatusCode.OK);
        (await GetAsync("Keyed", _host.MasterKey)).ShouldBe(HttpStatusCode.OK);
        (await GetAsync("Keyed", FunctionKey("Other"))).ShouldBe(HttpStatusCode.Unauthorized);
        (await GetAsync("Keyed", _host.SystemKey("eventgrid_extension"))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Administration_is_opened_by_the_master_key_only()
    {
        (await GetAsync("Administer", _host.MasterKey)).ShouldBe(HttpStatusCode.OK);
        (await GetAsync("Administer", _host.HostKey)).ShouldBe(HttpStatusCode.Unauthorized);
        (await GetAsync("Administer", FunctionKey("Administer"))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_key_may_be_a_query_parameter() =>
        (await _host.Client.GetAsync($"/api/Keyed?code={_host.HostKey}")).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task Keys_stay_the_same_over_restarts_and_new_functions_get_theirs()
    {
        using TemporaryDirectory home = new();
        JsonNode before;
        await using (HostDriver first = await HostDriver.StartAsync(home, typeof(KeyedFunctions)))
        {
            before = first.Keys;
        }

        await using HostDriver second = await HostDriver.StartAsync(home, typeof(KeyedFunctions), typeof(Http.HttpSamples));
        JsonNode after = second.Keys;
        after["functions"]!["Echo"].ShouldNotBeNull();
        foreach (KeyValuePair<string, JsonNode?> function in before["functions"]!.AsObject())
        {
            after["functions"]![function.Key]!.ToJsonString().ShouldBe(function.Value!.ToJsonString());
        }

        after["masterKey"]!.ToJsonString().ShouldBe(before["masterKey"]!.ToJsonString());
        after["systemKeys"]!.ToJsonString().ShouldBe(before["systemKeys"]!.ToJsonString());
    }

    [Fact]
    public void The_file_is_for_its_owner_only()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(_host.Data, "keys.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task A_damaged_file_refuses_the_start_instead_of_making_new_keys()
    {
        using TemporaryDirectory home = new();
        Directory.CreateDirectory(home.PathOf("data"));
        await File.WriteAllTextAsync(Path.Combine(home.PathOf("data"), "keys.json"), "{");
        StartRefusedException refused = await Should.ThrowAsync<StartRefusedException>(HostDriver.StartAsync(home, typeof(KeyedFunctions)));
        refused.Message.ShouldContain("keys.json cannot be read");
    }

    private string FunctionKey(string function) => (string)_host.Keys["functions"]![function]![0]!["value"]!;

    private async Task<HttpStatusCode> GetAsync(string function, string? key)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, $"/api/{function}");
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key);
        }

        return (await _host.Client.SendAsync(request)).StatusCode;
    }
}
