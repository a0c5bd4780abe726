namespace CrossRegion.Orchestrations.Exchange;

/// <summary>Something handed over, its signature verified. The body is JSON text whose shape depends on the kind.</summary>
public sealed record HandOver(Envelope Envelope, string Body)
{
    /// <summary>Most bytes of a body in UTF-8: it is stored as a string in a document, beside what is made of it, within one batch.</summary>
    public const int MaxBodyBytes = 400_000;
}
