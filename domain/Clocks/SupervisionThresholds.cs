namespace CrossRegion.Domain.Clocks;

/// <summary>When a running clock turns yellow: no national rule says, so both are settings. The larger of the two counts.</summary>
public sealed record SupervisionThresholds
{
    public static readonly SupervisionThresholds Default = new();

    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public SupervisionThresholds(int daysLeft = 1, int percentLeft = 20)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(daysLeft);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(daysLeft, 30);
        ArgumentOutOfRangeException.ThrowIfNegative(percentLeft);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percentLeft, 100);
        (DaysLeft, PercentLeft) = (daysLeft, percentLeft);
    }

    /// <summary>Yellow when no more days are left, in the clock's unit. 0 to 30, default 1.</summary>
    public int DaysLeft { get; }

    /// <summary>Yellow when no more of the budget is left, in per cent. 0 to 100, default 20.</summary>
    public int PercentLeft { get; }

    /// <summary>The number of days left at which a clock turns yellow.</summary>
    public int WarningAt(int budget) => Math.Max(DaysLeft, budget * PercentLeft / 100);
}
