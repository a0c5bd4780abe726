using CrossRegion.Embedded.Functions.Discovery;
using CrossRegion.Embedded.Functions.Queues;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.Embedded.Functions.Invocations;

/// <summary>Runs a function that no HTTP request triggered: in a scope of its own, with its outputs sent before it counts as done.</summary>
internal sealed class FunctionInvoker(IServiceScopeFactory scopes, QueueOutputs outputs)
{
    /// <returns>What the function returned.</returns>
    public async Task<object?> InvokeAsync(
        Function function, object? trigger, IReadOnlyDictionary<string, object?> bindingData, CancellationToken cancellation, object? input = null)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        Invocation invocation = new(function, trigger, bindingData, scope.ServiceProvider, cancellation) { Input = input };
        object? result = await function.CallAsync(invocation);
        await outputs.SendAsync(function, result, scope.ServiceProvider);
        return result;
    }
}
