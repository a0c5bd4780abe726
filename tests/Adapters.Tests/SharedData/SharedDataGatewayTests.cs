using System.Net;
using System.Text.Json.Nodes;
using CrossRegion.Adapters.SharedData;
using CrossRegion.Adapters.Tests.Http;
using CrossRegion.Orchestrations.Ports;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrossRegion.Adapters.Tests.SharedData;

public sealed class SharedDataGatewayTests
{
    private const string Holder = "510102199001011230";

    private static readonly SharedDataQuery Query = new(
        "query:household/1", "household-register", "resident-id", Holder, "11450721MB15580811010400010200001");

    [Fact]
    public async Task A_query_is_put_under_its_key_with_holder_and_legal_basis()
    {
        await using var gateway = await AnswerAsync("""{"found":true,"fields":{"name":"张三","since":2001}}""");
        await using var services = Compose(gateway.Url + "/base/");

        var answer = await Provider(services).QueryAsync(Query, default);

        answer.Found.ShouldBeTrue();
        JsonNode.DeepEquals(answer.Fields, JsonNode.Parse("""{"name":"张三","since":2001}""")).ShouldBeTrue();
        var arrival = gateway.Arrivals.ShouldHaveSingleItem();
        arrival.Method.ShouldBe("PUT");
        arrival.Target.ShouldBe("/base/shared-data/household-register/queries/query%3Ahousehold%2F1");
        arrival.ContentType.ShouldStartWith("application/json");
        JsonNode.DeepEquals(arrival.Json, new JsonObject
        {
            ["holderKind"] = "resident-id",
            ["holderIdentifier"] = Holder,
            ["legalBasis"] = "11450721MB15580811010400010200001",
        }).ShouldBeTrue(arrival.Body);
    }

    [Fact]
    public async Task What_the_provider_does_not_hold_is_an_answer()
    {
        await using var gateway = await AnswerAsync("""{"found":false}""");
        await using var services = Compose(gateway.Url);

        (await Provider(services).QueryAsync(Query, default)).ShouldBe(new SharedDataAnswer(false, null));
    }

    [Fact]
    public async Task An_earlier_answer_is_found_under_the_same_address()
    {
        await using var gateway = await AnswerAsync("""{"fields":{},"found":true}""");
        await using var services = Compose(gateway.Url);

        await Provider(services).QueryAsync(Query, default);
        var answer = (await Provider(services).FindAnswerAsync(Query, default)).ShouldNotBeNull();

        answer.Found.ShouldBeTrue();
        gateway.Arrivals.Select(arrival => arrival.Method).ShouldBe(["PUT", "GET"]);
        gateway.Arrivals[1].Target.ShouldBe(gateway.Arrivals[0].Target);
    }

    [Fact]
    public async Task A_key_that_the_provider_never_saw_has_no_answer()
    {
        await using var gateway = await HttpPeer.StartAsync(404);
        await using var services = Compose(gateway.Url);

        (await Provider(services).FindAnswerAsync(Query, default)).ShouldBeNull();
    }

    [Theory]
    [InlineData(201)]
    [InlineData(204)]
    [InlineData(302)]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_query_answered_by_anything_but_200_is_refused(int status)
    {
        await using var gateway = await HttpPeer.StartAsync(status);
        await using var services = Compose(gateway.Url);

        var refusal = await Should.ThrowAsync<HttpRequestException>(() => Provider(services).QueryAsync(Query, default));

        refusal.StatusCode.ShouldBe((HttpStatusCode)status);
        gateway.Arrivals.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("", "no JSON")]
    [InlineData("<html>张三</html>", "no JSON")]
    [InlineData("""{"found":true,"fields":{"name":"张三"}""", "no JSON")]
    [InlineData("""{"found":true,"found":false}""", "a member twice")]
    [InlineData("null", "no JSON object")]
    [InlineData("[]", "no JSON object")]
    [InlineData("{}", "'found' is neither true nor false")]
    [InlineData("""{"found":"张三"}""", "'found' is neither true nor false")]
    [InlineData("""{"found":null}""", "'found' is neither true nor false")]
    [InlineData("""{"found":true}""", "'found' without an object 'fields'")]
    [InlineData("""{"found":true,"fields":null}""", "'found' without an object 'fields'")]
    [InlineData("""{"found":true,"fields":"张三"}""", "'found' without an object 'fields'")]
    [InlineData("""{"found":false,"fields":{"name":"张三"}}""", "'fields' of what was not found")]
    [InlineData("""{"found":false,"fields":null}""", "'fields' of what was not found")]
    [InlineData("""{"found":true,"fields":{},"张三":1}""", "members other than 'found' and 'fields'")]
    public async Task An_answer_of_another_shape_makes_no_sense_and_its_content_is_not_repeated(string body, string what)
    {
        await using var gateway = await AnswerAsync(body);
        await using var services = Compose(gateway.Url);

        var queried = await Should.ThrowAsync<InvalidDataException>(() => Provider(services).QueryAsync(Query, default));
        var found = await Should.ThrowAsync<InvalidDataException>(() => Provider(services).FindAnswerAsync(Query, default));

        queried.Message.ShouldContain(what);
        found.Message.ShouldBe(queried.Message);
        queried.ToString().ShouldNotContain("张三");
        queried.ToString().ShouldNotContain(Holder);
    }

    [Fact]
    public async Task An_answer_that_is_not_said_to_be_JSON_makes_no_sense()
    {
        await using var gateway = await AnswerAsync("""{"found":false}""", "text/plain");
        await using var services = Compose(gateway.Url);

        (await Should.ThrowAsync<InvalidDataException>(() => Provider(services).QueryAsync(Query, default)))
            .Message.ShouldContain("content type");
    }

    [Fact]
    public async Task An_answer_without_end_is_refused()
    {
        await using var gateway = await AnswerAsync($$$"""{"found":true,"fields":{"a":"{{{new string('x', 2_000_000)}}}"}}""");
        await using var services = Compose(gateway.Url);

        await Should.ThrowAsync<HttpRequestException>(() => Provider(services).QueryAsync(Query, default));
    }

    [Fact]
    public async Task A_provider_that_hangs_is_an_HttpRequestException_after_the_time_out()
    {
        await using var gateway = await HttpPeer.StartHangingAsync();
        await using var services = Compose(gateway.Url, ("CrossRegion:SharedData:TimeoutSeconds", "1"));

        (await Should.ThrowAsync<HttpRequestException>(() => Provider(services).QueryAsync(Query, default)))
            .Message.ShouldBe("The shared data provider did not answer within 1 s.");
    }

    [Fact]
    public async Task Without_an_endpoint_the_first_query_names_the_setting()
    {
        await using var services = Compose("");
        services.GetRequiredService<IStartupValidator>().Validate();

        (await Should.ThrowAsync<InvalidOperationException>(() => Provider(services).QueryAsync(Query, default)))
            .Message.ShouldContain("CrossRegion__SharedData__Endpoint");
    }

    [Theory]
    [InlineData("gateway")]
    [InlineData("ftp://127.0.0.1")]
    public void Settings_that_cannot_be_are_all_told_when_the_program_starts(string endpoint)
    {
        using var services = Compose(endpoint, ("CrossRegion:SharedData:TimeoutSeconds", "0"));

        var failure = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        failure.Message.ShouldContain("CrossRegion:SharedData:Endpoint is an absolute http or https URL.");
        failure.Message.ShouldContain("CrossRegion:SharedData:TimeoutSeconds is 1 to 300.");
    }

    private static ISharedDataProvider Provider(IServiceProvider services) => services.GetRequiredService<ISharedDataProvider>();

    private static Task<HttpPeer> AnswerAsync(string body, string contentType = "application/json; charset=utf-8") =>
        HttpPeer.StartAsync((context, _) =>
        {
            context.Response.ContentType = contentType;
            return context.Response.WriteAsync(body);
        });

    private static ServiceProvider Compose(string endpoint, params (string Name, string Value)[] settings) => Composition.Of(
        (services, section) => services.AddSharedData(section), [("CrossRegion:SharedData:Endpoint", endpoint), .. settings]);
}
