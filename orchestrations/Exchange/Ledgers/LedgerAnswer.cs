using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Exchange.Ledgers;

/// <summary>The answer to a question about a ledger.</summary>
/// <param name="From">Who answers, and signs.</param>
/// <param name="QuestionDigest">Digest of the question's payload, by the answerer's algorithm: it answers this one and no other.</param>
/// <param name="Summary">The day in brief.</param>
/// <param name="Entries">A page of entries.</param>
/// <param name="Continuation">Where the next page begins; null when there is none.</param>
/// <param name="Evidence">As many of the hand-overs asked for as there are and as fit.</param>
public sealed record LedgerAnswer(
    ProvinceCode From,
    string QuestionDigest,
    LedgerSummary? Summary = null,
    IReadOnlyList<LedgerEntry>? Entries = null,
    string? Continuation = null,
    IReadOnlyList<Evidence>? Evidence = null);
