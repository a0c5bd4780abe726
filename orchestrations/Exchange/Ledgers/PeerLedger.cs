using System.Runtime.CompilerServices;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange.Sending;
using CrossRegion.Orchestrations.Exchange.Signing;
using NodaTime;

namespace CrossRegion.Orchestrations.Exchange.Ledgers;

/// <summary>A peer's side of the ledgers, asked for over the exchange. Every answer is signed, and answers what was asked.</summary>
/// <exception cref="IOException">The peer does not answer; the same for an <see cref="HttpRequestException"/>.</exception>
/// <exception cref="InvalidDataException">Its answer is none.</exception>
public sealed class PeerLedger(IPeerTransport transport, ExchangeSignatures signatures, IKeyRing keys, IClock clock)
{
    public async Task<LedgerSummary> SummaryAsync(ProvinceCode asker, ProvinceCode peer, Route route, LocalDate day, CancellationToken cancellation)
    {
        var question = Question(asker, peer, LedgerAsk.Summary, route, day) with { DigestName = signatures.Digest.Name };
        return (await AskAsync(question, cancellation)).Summary ?? throw new InvalidDataException($"{peer} has given no summary");
    }

    public async IAsyncEnumerable<LedgerEntry> EntriesAsync(
        ProvinceCode asker, ProvinceCode peer, Route route, LocalDate day, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            var answer = await AskAsync(Question(asker, peer, LedgerAsk.Entries, route, day) with { Continuation = continuation }, cancellation);
            foreach (var entry in answer.Entries ?? throw new InvalidDataException($"{peer} has given no entries"))
            {
                yield return entry;
            }

            continuation = answer.Continuation;
        }
        while (continuation is not null);
    }

    public async Task<IReadOnlyList<Evidence>> EvidenceAsync(
        ProvinceCode asker, ProvinceCode peer, Route route, LocalDate day, IReadOnlyList<LedgerPlace> places, CancellationToken cancellation)
    {
        var answer = await AskAsync(Question(asker, peer, LedgerAsk.Evidence, route, day) with { Places = places }, cancellation);
        return answer.Evidence ?? throw new InvalidDataException($"{peer} has given no evidence");
    }

    /// <summary>Has the peer fetch what it lacks; returns when it has.</summary>
    public async Task RepairAsync(ProvinceCode asker, ProvinceCode peer, LocalDate day, CancellationToken cancellation) =>
        await AskAsync(Question(asker, peer, LedgerAsk.Repair, new Route(asker, peer), day), cancellation);

    private LedgerQuestion Question(ProvinceCode asker, ProvinceCode peer, LedgerAsk ask, Route route, LocalDate day) =>
        new(asker, peer, clock.GetCurrentInstant(), ask, route.From, day);

    private async Task<LedgerAnswer> AskAsync(LedgerQuestion question, CancellationToken cancellation)
    {
        var payload = ExchangeJson.WriteBytes(question);
        var text = await transport.AskAsync(question.To, signatures.SignForNow(MessageType.Question, payload), cancellation);
        var answer = signatures.OpenFresh<LedgerAnswer>(text, MessageType.Answer, given => given.From);
        if (answer.Refusal is { } refusal)
        {
            throw new InvalidDataException($"the answer of {question.To} does not count: {refusal}");
        }

        var digest = keys.FindDigest(Digests.NameIn(answer.Value!.QuestionDigest))?.Text(payload);
        return answer.Value.From == question.To && answer.Value.QuestionDigest == digest
            ? answer.Value
            : throw new InvalidDataException($"the answer of {question.To} is to another question");
    }
}
