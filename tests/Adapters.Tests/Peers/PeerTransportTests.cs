using System.Net;
using System.Net.Sockets;
using CrossRegion.Adapters.Tests.Http;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Sending;
using CrossRegion.Orchestrations.Exchange.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace CrossRegion.Adapters.Tests.Peers;

public sealed class PeerTransportTests : IDisposable
{
    private static readonly ProvinceCode Peer = ProvinceCode.Parse("44");

    private readonly KeyFiles _keys = new();

    public void Dispose() => _keys.Dispose();

    [Fact]
    public async Task A_batch_is_posted_as_it_is_and_its_answers_are_read_in_order()
    {
        await using var peer = await HttpPeer.StartAsync((context, _) => context.Response.WriteAsJsonAsync(
            new BatchAnswer([MessageAnswer.Taken("a.b.c"), MessageAnswer.Refused(Refusal.Expired), MessageAnswer.OutOfOrder(3)], new Pause(40, 16)),
            ExchangeJson.Options));
        await using var services = Compose(peer.Url + "/stamp");

        var answer = await SendAsync(services, 3);

        var arrival = peer.Arrivals.ShouldHaveSingleItem();
        arrival.Target.ShouldBe("/stamp/api/exchange/hand-overs");
        arrival.ContentType.ShouldBe("application/json");
        arrival.Body.ShouldBe("""{"handOvers":[{"message":"m0","body":"{\"甲\":0}"},{"message":"m1","body":"{\"甲\":1}"},{"message":"m2","body":"{\"甲\":2}"}]}""");
        answer.Answers!.Select(each => each.Receipt ?? each.Refusal?.Code ?? $"{each.Expected}").ShouldBe(["a.b.c", "expired", "3"]);
        answer.Pause.ShouldBe(new Pause(40, 16));
    }

    [Theory]
    [InlineData("""{"pause":{"ms":250,"atMost":8}}""", "1", 250, 8)]
    [InlineData("", "7", 7_000, 64)]
    [InlineData("busy", null, 1_000, 64)]
    public async Task A_busy_peer_is_no_failure_and_says_how_long_to_wait(string body, string? retryAfter, int ms, int atMost)
    {
        await using var peer = await HttpPeer.StartAsync((context, _) =>
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = retryAfter;
            return context.Response.WriteAsync(body);
        });
        await using var services = Compose(peer.Url);

        (await SendAsync(services, 1)).ShouldBe(new BatchAnswer(null, new Pause(ms, atMost)));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    [InlineData(422)]
    public async Task What_is_about_the_request_is_told_apart_from_what_is_about_the_line(int status)
    {
        await using var peer = await HttpPeer.StartAsync(status);
        await using var services = Compose(peer.Url);

        (await Should.ThrowAsync<PeerRejectedException>(() => SendAsync(services, 1))).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Any_other_status_is_no_answer(int status)
    {
        await using var peer = await HttpPeer.StartAsync(status);
        await using var services = Compose(peer.Url);

        (await Should.ThrowAsync<HttpRequestException>(() => SendAsync(services, 1))).StatusCode.ShouldBe((HttpStatusCode)status);
        peer.Arrivals.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("{}")]
    [InlineData("""{"answers":[]}""")]
    [InlineData("""{"answers":[null]}""")]
    [InlineData("""{"answers":[{"receipt":"a"},{"receipt":"b"}]}""")]
    public async Task An_answer_that_is_none_for_this_batch_counts_for_nothing(string body)
    {
        await using var peer = await HttpPeer.StartAsync((context, _) => context.Response.WriteAsync(body));
        await using var services = Compose(peer.Url);

        await Should.ThrowAsync<InvalidDataException>(() => SendAsync(services, 1));
    }

    [Fact]
    public async Task A_peer_that_does_not_answer_in_time_or_is_not_there_is_no_answer()
    {
        await using var peer = await HttpPeer.StartHangingAsync();
        await using var services = Compose(peer.Url, ("CrossRegion:Exchange:TimeoutSeconds", "1"));
        await using var nobody = Compose("http://127.0.0.1:1");

        (await Should.ThrowAsync<HttpRequestException>(() => SendAsync(services, 1))).Message.ShouldBe("peer 44 did not answer within 1 s");
        await Should.ThrowAsync<HttpRequestException>(() => SendAsync(nobody, 1));
    }

    [Fact]
    public async Task A_question_about_a_ledger_goes_and_comes_as_JOSE()
    {
        await using var peer = await HttpPeer.StartAsync((context, arrival) => context.Response.WriteAsync(arrival.Body + ".answered"));
        await using var services = Compose(peer.Url);

        (await services.GetRequiredService<IPeerTransport>().AskAsync(Peer, "a.b.c", default)).ShouldBe("a.b.c.answered");
        peer.Arrivals.Single().Target.ShouldBe("/api/exchange/ledger");
        peer.Arrivals.Single().ContentType.ShouldBe("application/jose");
    }

    /// <summary>As SocketsHttpHandler has it when the peer resets a connection that it has just taken: the socket's own exception.</summary>
    [Fact]
    public async Task A_connection_that_breaks_at_once_is_no_answer_either()
    {
        await using var services = PeerComposition.Of(
            more => more.ConfigureAll<HttpClientFactoryOptions>(
                client => client.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = new ResettingHandler())),
            Settings("http://127.0.0.1:1"));

        (await Should.ThrowAsync<HttpRequestException>(() => services.GetRequiredService<IPeerTransport>().AskAsync(Peer, "a.b.c", default)))
            .Message.ShouldStartWith("peer 44 broke the connection off: ");
    }

    private static Task<BatchAnswer> SendAsync(ServiceProvider services, int count) => services.GetRequiredService<IPeerTransport>().SendAsync(
        Peer, [.. Enumerable.Range(0, count).Select(i => new SignedHandOver($"m{i}", $$"""{"甲":{{i}}}"""))], default);

    private ServiceProvider Compose(string endpoint, params (string, string)[] settings) => PeerComposition.Of(Settings(endpoint, settings));

    private (string, string)[] Settings(string endpoint, params (string, string)[] settings) =>
    [
        ("CrossRegion:Peers:44:Endpoint", endpoint),
        ("CrossRegion:Peers:44:PublicKeys", _keys.PublicPath),
        ("CrossRegion:Exchange:SigningKey", _keys.PrivatePath),
        .. settings,
    ];

    private sealed class ResettingHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromException<HttpResponseMessage>(new SocketException((int)SocketError.NotConnected));
    }
}
