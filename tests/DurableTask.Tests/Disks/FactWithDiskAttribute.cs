namespace CrossRegion.DurableTask.Tests.Disks;

/// <summary>A test that mounts a disk of its own; skipped, and says so, where that is not allowed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithDiskAttribute : FactAttribute
{
    public FactWithDiskAttribute() => Skip = Mounts.Obstacle;
}
