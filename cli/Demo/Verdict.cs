namespace CrossRegion.Cli.Demo;

/// <summary>How an application compares with what its sample expects.</summary>
/// <param name="Settled">Nothing more is awaited.</param>
/// <param name="Wrong">What is not as expected; null when all is, or not yet.</param>
internal sealed record Verdict(bool Settled, string? Wrong = null)
{
    public static readonly Verdict Pending = new(false);
    public static readonly Verdict AsExpected = new(true);

    public bool Right => Settled && Wrong is null;

    public static Verdict Against(string wrong) => new(true, wrong);
}
