namespace CrossRegion.Orchestrations.Exchange.Wire;

/// <summary>What became of one hand-over of a batch; exactly one of the three is there.</summary>
/// <param name="Receipt">It is taken, now or before: the receipt as JWS.</param>
/// <param name="Refusal">It is not taken, and will not be until something is repaired.</param>
/// <param name="Expected">It is not taken yet: this sequence of the application comes first.</param>
public sealed record MessageAnswer(string? Receipt = null, Refusal? Refusal = null, int? Expected = null)
{
    public static MessageAnswer Taken(string receipt) => new(Receipt: receipt);

    public static MessageAnswer Refused(Refusal refusal) => new(Refusal: refusal);

    public static MessageAnswer OutOfOrder(int expected) => new(Expected: expected);
}
