using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Cases;

/// <summary>A step that the law does not know where the case stands.</summary>
public sealed class IllegalStepException(Fault fault) : InvalidOperationException(fault.MessageEn)
{
    public Fault Fault { get; } = fault;
}
