using System.Reflection;
using Xunit.Sdk;

namespace CrossRegion.FunctionsHost.Tests.Queues;

/// <summary>Runs a test on the host's own queues.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[QueueKind.Sqlite]];
}
