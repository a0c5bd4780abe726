using System.Reflection;
using CrossRegion.Embedded.Functions.Invocations;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.Embedded.Functions.Discovery;

/// <summary>A function of the app, checked and ready to be called.</summary>
internal sealed class Function(string name, MethodInfo method, TriggerBinding trigger, ParameterBinder[] parameters, ReturnValue returned, OutputBindings outputs)
    : FunctionDefinition
{
    private readonly Func<IServiceProvider, object?> _instance = Instance.FactoryFor(method.DeclaringType!, method.IsStatic);

    public override string Name { get; } = name;

    public override string Id => Name;

    public override string PathToAssembly { get; } = method.Module.FullyQualifiedName;

    public override string EntryPoint { get; } = $"{method.DeclaringType!.FullName}.{method.Name}";

    public TriggerBinding Trigger { get; } = trigger;

    public OutputBindings Outputs { get; } = outputs;

    /// <summary>Calls the method and awaits it; the result is as returned, its outputs not yet sent.</summary>
    /// <exception cref="Exception">Whatever the function throws, unwrapped.</exception>
    public async ValueTask<object?> CallAsync(Invocation invocation)
    {
        object? instance = _instance(invocation.InstanceServices);
        try
        {
            object?[] arguments = Array.ConvertAll(parameters, bind => bind(invocation));
            return await returned.ReadAsync(method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null));
        }
        finally
        {
            await Instance.DisposeAsync(instance);
        }
    }
}
