using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Cases;

/// <summary>A step that the law does not know where the case stands, or not like this.</summary>
public sealed class IllegalStepException(params IReadOnlyList<Fault> faults) : InvalidOperationException(string.Join("; ", faults.Select(fault => fault.MessageEn)))
{
    /// <summary>Everything that is wrong with it; at least one.</summary>
    public IReadOnlyList<Fault> Faults { get; } = faults;

    /// <summary>The first of <see cref="Faults"/>.</summary>
    public Fault Fault => Faults[0];
}
