using CrossRegion.Embedded.DurableTask.Faults;

namespace CrossRegion.DurableTask.Tests.Disks;

/// <summary>A moment at which the power failed.</summary>
/// <param name="Acknowledged">What had been acknowledged before.</param>
/// <param name="Image">What stands on the disk.</param>
internal sealed record PowerCut(EngineFaultPoint At, IReadOnlyList<string> Acknowledged, byte[] Image);
