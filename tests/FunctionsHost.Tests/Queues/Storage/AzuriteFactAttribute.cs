namespace CrossRegion.FunctionsHost.Tests.Queues.Storage;

/// <summary>A test that needs Azurite; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AzuriteFactAttribute : FactAttribute
{
    public AzuriteFactAttribute() => Skip = Azurite.Missing;
}
