using System.Runtime.CompilerServices;

namespace CrossRegion.Adapters.Tests.Cosmos;

/// <summary>Lets the client plan queries with the service's own parser, which comes with it, where it would ask the gateway for a plan.</summary>
internal static class QueryParser
{
    [ModuleInitializer]
    internal static void Use() => Environment.SetEnvironmentVariable("AZURE_COSMOS_USE_QUERY_PLAN_INTEROP_LINUX", "true");
}
