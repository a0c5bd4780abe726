using System.Reflection;
using System.Text.RegularExpressions;
using CrossRegion.Embedded.Functions.Durable;
using CrossRegion.Embedded.Functions.Hosting;
using CrossRegion.Embedded.Functions.Invocations;
using CrossRegion.Embedded.Functions.Queues.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace CrossRegion.Embedded.Functions.Discovery;

/// <summary>Reads one method with [Function]: its trigger, parameters and outputs, and everything that is wrong with them.</summary>
internal sealed partial class FunctionReader(TriggerReader triggers, BindingExpressions expressions, StorageConnections connections)
{
    /// <summary>The function, or null when a fault was added; each fault is a sentence that begins with the method.</summary>
    public Function? Read(MethodInfo method, List<string> faults)
    {
        string name = method.GetCustomAttribute<FunctionAttribute>()!.Name;
        List<string> found = [];
        Function? function = Read(method, name, found);
        faults.AddRange(found.Select(fault => $"Function {name} ({method.DeclaringType!.Name}.{method.Name}) {fault}"));
        return found.Count == 0 ? function : null;
    }

    private Function? Read(MethodInfo method, string name, List<string> faults)
    {
        CheckMethod(method, name, faults);
        ParameterInfo[] parameters = method.GetParameters();
        ParameterInfo[] marked = [.. parameters.Where(parameter => parameter.IsDefined(typeof(TriggerBindingAttribute)))];
        if (marked is not [ParameterInfo triggered])
        {
            faults.Add($"has {marked.Length} trigger parameters; a function has exactly one.");
            return null;
        }

        ReturnValue returned = ReturnValue.Of(method);
        OutputBindings outputs = OutputBindings.Read(method, returned.Type, expressions, connections, faults);
        CheckNames(method, outputs, faults);
        if (triggers.Read(name, triggered, faults) is not { } trigger)
        {
            return null;
        }

        if (trigger.FaultOf(outputs) is { } fault)
        {
            faults.Add(fault);
        }

        ParameterBinder[] binders = [.. parameters.Select(parameter => Bind(parameter, trigger, parameter == triggered, faults))];
        return faults.Count == 0 ? new Function(name, method, trigger, binders, returned, outputs) : null;
    }

    private static ParameterBinder Bind(ParameterInfo parameter, TriggerBinding trigger, bool triggered, List<string> faults)
    {
        ParameterBinder? binder = true switch
        {
            _ when triggered => trigger.BindTrigger(parameter),
            _ when parameter.IsDefined(typeof(InputBindingAttribute)) => DurableClientBinding.Bind(parameter),
            _ when parameter.ParameterType == typeof(FunctionContext) => static invocation => invocation,
            _ when parameter.ParameterType == typeof(CancellationToken) => static invocation => invocation.CancellationToken,
            _ => trigger.BindOther(parameter),
        };
        if (binder is not null)
        {
            return binder;
        }

        faults.Add(triggered
            ? $"has the {trigger.Type} on parameter {parameter.Name} of type {parameter.ParameterType.Name}; it takes {trigger.Takes}."
            : $"has the parameter {parameter.Name} of type {parameter.ParameterType.Name}, for which a {trigger.Type} has no value.");
        return static _ => null;
    }

    private static void CheckMethod(MethodInfo method, string name, List<string> faults)
    {
        if (!Name().IsMatch(name))
        {
            faults.Add("has a name that is not a letter followed by at most 127 letters, digits, '-' and '_'.");
        }

        if (!method.IsPublic)
        {
            faults.Add("is not public.");
        }

        if (method.ContainsGenericParameters || (method.DeclaringType!.IsAbstract && !method.IsStatic))
        {
            faults.Add("is generic, or a method of an abstract class.");
        }
    }

    /// <summary>The Functions host refuses two bindings of a function whose names differ in case at most.</summary>
    private static void CheckNames(MethodInfo method, OutputBindings outputs, List<string> faults)
    {
        IEnumerable<string> names = method.GetParameters()
            .Where(parameter => parameter.IsDefined(typeof(BindingAttribute)))
            .Select(parameter => parameter.Name!)
            .Concat(outputs.Names);
        foreach (IGrouping<string, string> same in names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            faults.Add($"is refused: Multiple bindings with name '{same.Last()}' discovered. Binding names must be unique, ignoring case.");
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,127}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
