using System.Globalization;

namespace CrossRegion.Domain.Calendars;

/// <summary>A number of working days (工作日): 0 to <see cref="Maximum"/>. The default is none, which is a right value.</summary>
public readonly record struct WorkingDays : IComparable<WorkingDays>
{
    /// <summary>About four hundred years; more is a mistake.</summary>
    public const int Maximum = 100_000;

    /// <exception cref="ArgumentOutOfRangeException">The number is negative or larger than <see cref="Maximum"/>.</exception>
    public WorkingDays(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Maximum);
        Count = count;
    }

    public int Count { get; }

    public static WorkingDays operator +(WorkingDays one, WorkingDays other) => new(one.Count + other.Count);

    public int CompareTo(WorkingDays other) => Count.CompareTo(other.Count);

    public override string ToString() => Count.ToString(CultureInfo.InvariantCulture);
}
