using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CrossRegion.Simulators;
using CrossRegion.Simulators.SharedData;

namespace CrossRegion.Cli.Tests.Simulators;

/// <summary>The simulated providers of shared data.</summary>
public sealed class SharedDataTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private SimulatedProvinces _provinces = null!;

    public async Task InitializeAsync() => _provinces = await SimulatedProvinces.StartAsync();

    public async Task DisposeAsync()
    {
        await _provinces.DisposeAsync();
        _http.Dispose();
    }

    [Fact]
    public async Task The_provider_answers_a_key_once_and_for_ever()
    {
        (await RecallAsync("resident-identity", "k1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var answer = await (await AskAsync("resident-identity", "k1", "510104198406060095")).Content.ReadAsStringAsync();
        _provinces.SharedData.Reserve("510104198406060095", "resident-identity", ProviderBehaviour.NotFound);

        (await (await AskAsync("resident-identity", "k1", "510104198406060095")).Content.ReadAsStringAsync()).ShouldBe(answer);
        (await (await RecallAsync("resident-identity", "k1")).Content.ReadAsStringAsync()).ShouldBe(answer);
        JsonNode.Parse(answer)!["fields"]!["idNumber"]!.ToString().ShouldBe("510104198406060095");
        _provinces.SharedData.Answered.ShouldHaveSingleItem();
        _provinces.SharedData.RepeatedQueries().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_look_up_under_two_keys_is_noticed()
    {
        await AskAsync("resident-identity", "k1", "510104198406060095");
        await AskAsync("resident-identity", "k2", "510104198406060095");

        _provinces.SharedData.RepeatedQueries().ShouldHaveSingleItem().ShouldContain("resident-identity");
    }

    [Fact]
    public async Task Who_receives_and_who_decides_each_ask_once()
    {
        await AskAsync("resident-identity", "N:identity", "510104198406060095");
        await AskAsync("resident-identity", "N:resident-identity", "510104198406060095");
        _provinces.SharedData.RepeatedQueries().ShouldBeEmpty();

        await AskAsync("resident-identity", "M:identity", "510104198406060095");
        _provinces.SharedData.RepeatedQueries().ShouldHaveSingleItem().ShouldContain("N:identity");
    }

    [Fact]
    public async Task Nonsense_is_answered_until_the_provider_is_healed()
    {
        _provinces.SharedData.Reserve("510104198406060095", "driving-licence", ProviderBehaviour.Nonsense);
        (await AskAsync("driving-licence", "k1", "510104198406060095")).Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        (await RecallAsync("driving-licence", "k1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await _http.PostAsync(new Uri(_provinces.Address, "/control/heal"), null)).EnsureSuccessStatusCode();

        ((bool)(await (await AskAsync("driving-licence", "k1", "510104198406060095")).Content.ReadFromJsonAsync<JsonNode>())!["found"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task What_nobody_has_on_record_is_not_found()
    {
        _provinces.SharedData.Reserve("510104198406060095", "driving-licence", ProviderBehaviour.NotFound);

        ((bool)(await (await AskAsync("driving-licence", "k1", "510104198406060095")).Content.ReadFromJsonAsync<JsonNode>())!["found"]!).ShouldBeFalse();
    }

    [Fact]
    public async Task A_query_without_its_legal_basis_is_refused() =>
        (await _http.PutAsJsonAsync(
            new Uri(_provinces.Address, "/shared-data/driving-licence/queries/k1"),
            new { holderKind = "resident-id", holderIdentifier = "510104198406060095" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    private Task<HttpResponseMessage> AskAsync(string dataItem, string key, string holder) => _http.PutAsJsonAsync(
        new Uri(_provinces.Address, $"/shared-data/{dataItem}/queries/{key}"),
        new { holderKind = "resident-id", holderIdentifier = holder, legalBasis = "11440100MB9001173N300011890100001" });

    private Task<HttpResponseMessage> RecallAsync(string dataItem, string key) =>
        _http.GetAsync(new Uri(_provinces.Address, $"/shared-data/{dataItem}/queries/{key}"));
}
