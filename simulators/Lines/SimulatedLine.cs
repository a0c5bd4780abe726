using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using CrossRegion.Simulators.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CrossRegion.Simulators.Lines;

/// <summary>
/// The line from one stamp to its peer, over real HTTP: start it, tell it where the peer is, and give the stamp its <see cref="Address"/> as
/// the peer's endpoint. It carries what the stamp posts, and does to it what the plan says; it can read messages and has no key to sign any.
/// </summary>
public sealed class SimulatedLine : IAsyncDisposable
{
    private const string System = "exchange";
    private const string HandOvers = "/api/exchange/hand-overs";

    private readonly WebApplication _server;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly Background _background = new();
    private readonly CancellationTokenSource _closed = new();
    private readonly FaultyAnswers _answers;
    private readonly LineJudge _judge;
    private readonly TimeProvider _time;
    private volatile Uri? _peer;

    private SimulatedLine(LineOptions options)
    {
        var (faults, chance) = (options.Faults.Exchange, new Chance(options.Seed));
        _time = options.Time;
        _answers = new FaultyAnswers(System, faults.Answers, chance, options.Time, Faults);
        _judge = new LineJudge(faults, chance);
        _server = LocalServer.Create(IPAddress.Loopback, options.Port);
        _server.MapPost("/{**path}", (Delegate)CarryAsync);
    }

    /// <summary>What went wrong on purpose.</summary>
    public FaultLog Faults { get; } = new();

    /// <summary>Setting <c>CrossRegion__Peers__N__Endpoint</c> of the stamp that sends.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Starts listening. Until <see cref="Connect"/> there is nobody at the other end.</summary>
    public static async Task<SimulatedLine> StartAsync(LineOptions? options = null, CancellationToken cancellation = default)
    {
        var line = new SimulatedLine(options ?? new LineOptions());
        await line._server.StartAsync(cancellation);
        line.Address = LocalServer.AddressOf(line._server);
        return line;
    }

    /// <summary>Tells the line where the peer is; again, when it has moved.</summary>
    public void Connect(Uri peer) => _peer = new Uri(peer.AbsoluteUri.TrimEnd('/') + "/");

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        await _server.DisposeAsync();
        await _background.DisposeAsync();
        _http.Dispose();
        _closed.Dispose();
    }

    /// <summary>What has left arrives, though its sender may have given it up meanwhile.</summary>
    private async Task<IResult> CarryAsync(HttpContext http)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        var (path, body, type) = (http.Request.Path.Value!, buffer.ToArray(), http.Request.ContentType);
        return path == HandOvers && LineWire.HandOversIn(body) is { } handOvers
            ? await _answers.AnswerAsync(LineJudge.MatterOf(handOvers[0]), http, () => HandOverAsync(handOvers, _closed.Token))
            : await _answers.AnswerAsync(path, http, async () => await PostAsync(path, body, type, _closed.Token));
    }

    /// <summary>Those that are held back go after the others, each by itself; the sender gets one answer about all.</summary>
    private async Task<IResult> HandOverAsync(IReadOnlyList<JsonObject> handOvers, CancellationToken cancellation)
    {
        List<JudgedHandOver> all = [.. handOvers.Select(_judge.Judge)];
        List<JudgedHandOver> atOnce = [.. all.Where(each => each.HeldFor is null)];
        JsonNode? pause = null;
        var begun = _time.GetTimestamp();
        foreach (var part in atOnce.Chunk(int.MaxValue).Concat(all.Except(atOnce).OrderBy(each => each.HeldFor).Select(each => new[] { each })))
        {
            if (part[0].HeldFor is { } heldFor)
            {
                Faults.Note(System, "reordered", part[0].Name);
                await DelayAsync(heldFor - _time.GetElapsedTime(begun), cancellation);
            }
            var answer = await PostAsync(HandOvers, LineWire.Request(part.Select(each => each.Carried)), "application/json", cancellation);
            if (!answer.IsOk || LineWire.AnswersIn(answer.Body, part.Length) is not { } given)
            {
                return answer;
            }
            pause = given.Pause ?? pause;
            foreach (var (handOver, each) in part.Zip(given.Answers))
            {
                TakeAnswer(handOver, each);
            }
        }
        return new CarriedAnswer(StatusCodes.Status200OK, LineWire.Answer(all.Select(each => each.Answer!), pause), "application/json", null);
    }

    private void TakeAnswer(JudgedHandOver handOver, JsonObject answer)
    {
        handOver.Answer = answer;
        if (handOver.WrongSignature)
        {
            Faults.Note(System, "wrong-signature", handOver.Name);
        }
        if ((string?)answer["receipt"] is not { } receipt)
        {
            return;
        }
        if (handOver.WrongSignature)
        {
            Faults.NoteWrong($"{System} {handOver.Name}: 签名不符的移交被接收 a hand-over with a wrong signature was taken");
        }
        if (handOver.RepeatedAfter is { } after)
        {
            Faults.Note(System, "duplicate", handOver.Name);
            _background.Run(stopped => RepeatAsync(handOver, receipt, after, stopped));
        }
        if (handOver.WrongReceipt)
        {
            Faults.Note(System, "wrong-receipt", handOver.Name);
            handOver.Answer = (JsonObject)answer.DeepClone();
            handOver.Answer["receipt"] = LineMessage.WithWrongSignature(receipt, handOver.Byte);
        }
    }

    /// <summary>What was taken gets the receipt that it got then, whoever sends it again.</summary>
    private async Task RepeatAsync(JudgedHandOver handOver, string receipt, TimeSpan after, CancellationToken stopped)
    {
        await DelayAsync(after, stopped);
        var answer = await PostAsync(HandOvers, LineWire.Request([handOver.Sent]), "application/json", stopped);
        if (answer.IsOk && LineWire.AnswersIn(answer.Body, 1) is { } given && (string?)given.Answers[0]["receipt"] is { } again && again != receipt)
        {
            Faults.NoteWrong($"{System} {handOver.Name}: 重复的移交得到不同回执 a repeated hand-over was given another receipt");
        }
    }

    private async Task DelayAsync(TimeSpan wait, CancellationToken cancellation)
    {
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, _time, cancellation);
        }
    }

    private async Task<CarriedAnswer> PostAsync(string path, byte[] body, string? type, CancellationToken cancellation)
    {
        if (_peer is not { } peer)
        {
            return CarriedAnswer.Unreachable;
        }
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(peer, path.TrimStart('/'))) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
            using var response = await _http.SendAsync(request, cancellation);
            return await CarriedAnswer.OfAsync(response, cancellation);
        }
        catch (Exception unanswered) when (unanswered is HttpRequestException or SocketException)
        {
            return CarriedAnswer.Unreachable;
        }
    }
}
