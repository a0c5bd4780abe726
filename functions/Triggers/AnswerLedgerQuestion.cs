using System.Text;
using CrossRegion.Domain.Faults;
using CrossRegion.Functions.Intake;
using CrossRegion.Functions.Problems;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Ledgers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.Functions.Triggers;

/// <summary><c>POST /api/exchange/ledger</c>: peers compare ledgers. The question and the answer are signed.</summary>
public sealed class AnswerLedgerQuestion(LedgerDesk desk)
{
    [Function(nameof(AnswerLedgerQuestion))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "exchange/ledger")] HttpRequest request, CancellationToken cancellation)
    {
        if (await BoundedBody.ReadAsync(request.Body, cancellation) is not { } body)
        {
            var fault = new Fault("", "too-large", $"请求超过{BoundedBody.MaximumBytes}字节", $"the request has more than {BoundedBody.MaximumBytes} bytes");
            return new ProblemResult(new Problem(ProblemKind.TooLarge, [fault]));
        }

        try
        {
            return Answer(await desk.AnswerAsync(Encoding.ASCII.GetString(body.Span), cancellation));
        }
        catch (Exception failure) when (failure is HttpRequestException or InvalidDataException)
        {
            return new ProblemResult(new Problem(
                ProblemKind.PeerFailed, [new Fault("", "repair-failed", "本平台无法从对方取回缺失内容", failure.Message)]));
        }
    }

    private static IResult Answer((string? Answer, Refusal? Refusal) given)
    {
        var (answer, refusal) = given;
        return answer is not null
            ? Results.Text(answer, "application/jose", Encoding.ASCII)
            : new ProblemResult(new Problem(ProblemKind.RefusedMessage, [new Fault("", refusal!.Code, refusal.MessageZh, refusal.MessageEn)]));
    }
}
