using CrossRegion.Domain.Faults;

namespace CrossRegion.Functions.Problems;

/// <summary>A refusal with everything that is wrong (RFC 9457), told at one time as 行政许可法 art. 32(4) wants of the authorities.</summary>
public sealed record Problem
{
    /// <summary>A longer list is cut here and ends with the fault <c>more-faults</c>.</summary>
    public const int MaximumFaults = 200;

    /// <exception cref="ArgumentException">There is no fault.</exception>
    public Problem(ProblemKind kind, IReadOnlyCollection<Fault> faults)
    {
        if (faults.Count == 0)
        {
            throw new ArgumentException("a problem has at least one fault", nameof(faults));
        }

        Kind = kind;
        Faults = faults.Count <= MaximumFaults ? [.. faults] : [.. faults.Take(MaximumFaults), More(faults.Count - MaximumFaults)];
    }

    public ProblemKind Kind { get; }

    public int Status => Kind.Status;

    /// <summary>At least one, at most <see cref="MaximumFaults"/> and one that says how many more.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    public override string ToString() => $"{Status} {Kind.Code}: {string.Join("; ", Faults)}";

    private static Fault More(int count) => new("", "more-faults", $"另有{count}处问题未列出", $"{count} more faults are not listed");
}
