using System.Reflection;
using CrossRegion.Embedded.Functions.Queues.Faults;
using CrossRegion.FunctionsHost.Tests.Queues.Storage;
using Xunit.Sdk;

namespace CrossRegion.FunctionsHost.Tests.Queues;

/// <summary>Runs a test once for each fault point, on one kind of queues.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class AtEachFaultPointAttribute : DataAttribute
{
    private readonly QueueKind _kind;

    public AtEachFaultPointAttribute(QueueKind kind)
    {
        _kind = kind;
        Skip = kind == QueueKind.Storage ? Azurite.Missing : null;
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        Enum.GetValues<QueueFaultPoint>().Select(point => new object[] { _kind, point });
}
