using System.Reflection;
using CrossRegion.FunctionsHost.Tests.Queues.Storage;
using Xunit.Sdk;

namespace CrossRegion.FunctionsHost.Tests.Queues;

/// <summary>Runs a test on Storage queues, in Azurite; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnStorageAttribute : DataAttribute
{
    public OnStorageAttribute() => Skip = Azurite.Missing;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[QueueKind.Storage]];
}
