using System.Reflection;
using CrossRegion.Embedded.Functions.Invocations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.Functions.Durable;

/// <summary>Parameters with [DurableClient].</summary>
internal static class DurableClientBinding
{
    public static ParameterBinder? Bind(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(DurableClientAttribute)) && parameter.ParameterType == typeof(DurableTaskClient)
            ? static invocation => invocation.Service<FunctionsDurableTaskClients>().Client
            : null;
}
