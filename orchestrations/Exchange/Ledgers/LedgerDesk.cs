using CrossRegion.Orchestrations.Exchange.Signing;
using CrossRegion.Orchestrations.Exchange.Taking;

namespace CrossRegion.Orchestrations.Exchange.Ledgers;

/// <summary>Answers peers' questions about the ledgers that they share with this stamp, and only those.</summary>
public sealed class LedgerDesk(
    Ledger ledger, Reconciliation reconciliation, ExchangeSignatures signatures, IKeyRing keys, ExchangeOptions options, RefusalAudit audit)
{
    /// <summary>Evidence in one answer has at most about so many characters of bodies.</summary>
    private const int MostBodies = 1_000_000;

    /// <summary>The signed answer, or why there is none.</summary>
    public async Task<(string? Answer, Refusal? Refusal)> AnswerAsync(string question, CancellationToken cancellation)
    {
        var opened = signatures.OpenFresh<LedgerQuestion>(question, MessageType.Question, asked => asked.From);
        if ((opened.Refusal ?? Misfit(opened.Value!)) is { } refusal)
        {
            await audit.NoteAsync(question, new RefusedMessage(opened.Claims?.From, opened.Claims?.To), refusal, cancellation);
            return (null, refusal);
        }

        var asked = opened.Value!;
        try
        {
            var answer = await AnswerAsync(asked, new LedgerAnswer(asked.To, signatures.Digest.Text(opened.Payload)), cancellation);
            return (signatures.SignForNow(MessageType.Answer, ExchangeJson.WriteBytes(answer)), null);
        }
        catch (ArgumentException) when (asked.Continuation is not null)
        {
            return (null, Refusal.Malformed("this continuation was given by no page"));
        }
    }

    private Refusal? Misfit(LedgerQuestion asked) =>
        !options.Serves(asked.To) ? Refusal.WrongReceiver(asked.To)
        : asked.Route is null ? Refusal.Malformed("it asks about others")
        : asked.Places?.Count > LedgerQuestion.MaxPlaces ? Refusal.Malformed($"it asks for more than {LedgerQuestion.MaxPlaces} hand-overs")
        : asked.Ask == LedgerAsk.Summary && keys.FindDigest(asked.DigestName ?? "") is null ? Refusal.UnknownDigest(asked.DigestName ?? "")
        : null;

    private async Task<LedgerAnswer> AnswerAsync(LedgerQuestion asked, LedgerAnswer answer, CancellationToken cancellation)
    {
        var route = asked.Route!;
        switch (asked.Ask)
        {
            case LedgerAsk.Summary:
                return answer with { Summary = await ledger.SummariseAsync(route, asked.Day, keys.FindDigest(asked.DigestName!)!, cancellation) };
            case LedgerAsk.Entries:
                var (entries, continuation) = await ledger.PageAsync(route, asked.Day, asked.Continuation, cancellation);
                return answer with { Entries = entries, Continuation = continuation };
            case LedgerAsk.Evidence:
                return answer with { Evidence = await EvidenceAsync(route, asked.Places ?? [], cancellation) };
            default:
                await reconciliation.RepairHereAsync(asked.To, asked.From, asked.Day, cancellation);
                return answer;
        }
    }

    private async Task<IReadOnlyList<Evidence>> EvidenceAsync(Route route, IReadOnlyList<LedgerPlace> places, CancellationToken cancellation)
    {
        var found = new List<Evidence>();
        foreach (var place in places)
        {
            if (found.Sum(evidence => evidence.Body.Length) < MostBodies
                && await ledger.FindAsync(route, place, entry => entry.Sign(signatures), cancellation) is { } evidence)
            {
                found.Add(evidence);
            }
        }

        return found;
    }
}
