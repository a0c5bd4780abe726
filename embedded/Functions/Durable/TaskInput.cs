using System.Reflection;
using CrossRegion.Embedded.Functions.Invocations;

namespace CrossRegion.Embedded.Functions.Durable;

/// <summary>The input of an orchestration or activity as an argument; a missing one is the type's default.</summary>
internal static class TaskInput
{
    public static ParameterBinder For(ParameterInfo parameter)
    {
        object? missing = parameter.HasDefaultValue ? parameter.DefaultValue
            : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null;
        return invocation => invocation.Input ?? missing;
    }
}
