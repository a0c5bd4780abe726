namespace CrossRegion.App.Tests.Networks;

/// <summary>A test in network namespaces; skipped, and says why, where none can be made.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NamespaceFactAttribute : FactAttribute
{
    public NamespaceFactAttribute() => Skip = StampNetwork.Obstacle;
}
