namespace CrossRegion.Orchestrations.Exchange.Signing;

/// <summary>The header <c>typ</c> of everything that stamps sign; the version is part of it.</summary>
public static class MessageType
{
    public const string HandOver = "crossregion-hand-over.v1+json";

    /// <summary>A hand-over whose body was erased with its application before it was taken: it comes without one.</summary>
    public const string ErasedHandOver = "crossregion-erased-hand-over.v1+json";

    public const string Receipt = "crossregion-receipt.v1+json";
    public const string Question = "crossregion-ledger-question.v1+json";
    public const string Answer = "crossregion-ledger-answer.v1+json";
}
