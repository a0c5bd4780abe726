using CrossRegion.Embedded.Functions.Discovery;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.Embedded.Functions.Invocations;

/// <summary>One run of a function: what triggered it, what is known about that, and the services of its scope.</summary>
internal sealed class Invocation(
    Function function, object? trigger, IReadOnlyDictionary<string, object?> bindingData, IServiceProvider services, CancellationToken cancellation)
    : FunctionContext
{
    /// <summary>What the trigger hands over: a request, a message, events, a timer's state, an orchestration's context.</summary>
    public object? Trigger { get; } = trigger;

    /// <summary>The input of an orchestration or an activity.</summary>
    public object? Input { get; init; }

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => FunctionDefinition.Id;

    public override BindingContext BindingContext { get; } = new NamedData(bindingData);

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition { get; } = function;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override CancellationToken CancellationToken { get; } = cancellation;

    public T Service<T>()
        where T : notnull => InstanceServices.GetRequiredService<T>();

    private sealed class NamedData(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => data;
    }
}
