using CrossRegion.Orchestrations.Exchange;

namespace CrossRegion.Orchestrations.Tests.Stamps;

/// <summary>A hand-over that the receiver has given its receipt for.</summary>
/// <param name="Envelope">What was handed over, and when it was committed.</param>
/// <param name="ReceiptedAt">When the receipt had come back.</param>
internal sealed record Custody(Envelope Envelope, DateTimeOffset ReceiptedAt)
{
    public DateTimeOffset CommittedAt => Envelope.At.ToDateTimeOffset();

    public bool Touches(string province) => Envelope.From.Value == province || Envelope.To.Value == province;
}
