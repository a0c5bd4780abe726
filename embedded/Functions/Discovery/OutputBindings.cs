using System.Reflection;
using CrossRegion.Embedded.Functions.Hosting;
using CrossRegion.Embedded.Functions.Queues;
using CrossRegion.Embedded.Functions.Queues.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace CrossRegion.Embedded.Functions.Discovery;

/// <summary>Where a function's result goes: to queues, whole or by property, and for HTTP to the caller.</summary>
internal sealed class OutputBindings
{
    private readonly List<QueueOutputBinding> _queues = [];
    private readonly List<string> _names = [];

    /// <summary>The type of the method's result without its task.</summary>
    public required Type ResultType { get; init; }

    public IReadOnlyList<QueueOutputBinding> Queues => _queues;

    /// <summary>The property with [HttpResult]; null when there is none.</summary>
    public PropertyInfo? HttpResult { get; private set; }

    /// <summary>True when the whole result goes to an output, so that nothing is left for an HTTP response.</summary>
    public bool TakesWhole { get; private set; }

    /// <summary>Names of the properties that are outputs.</summary>
    public IReadOnlyList<string> Names => _names;

    public static OutputBindings Read(
        MethodInfo method, Type resultType, BindingExpressions expressions, StorageConnections connections, ICollection<string> faults)
    {
        OutputBindings outputs = new() { ResultType = resultType };
        if (method.GetCustomAttribute<OutputBindingAttribute>() is { } whole)
        {
            outputs.TakesWhole = true;
            outputs.Add(whole, null, expressions, connections, faults);
            return outputs;
        }

        foreach (PropertyInfo property in resultType.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<OutputBindingAttribute>() is { } attribute)
            {
                outputs._names.Add(property.Name);
                outputs.Add(attribute, property, expressions, connections, faults);
            }
        }

        return outputs;
    }

    private void Add(
        OutputBindingAttribute attribute, PropertyInfo? property, BindingExpressions expressions, StorageConnections connections, ICollection<string> faults)
    {
        switch (attribute)
        {
            case HttpResultAttribute when property is not null && HttpResult is null:
                HttpResult = property;
                break;
            case HttpResultAttribute:
                faults.Add("has more than one [HttpResult].");
                break;
            case QueueOutputAttribute queue when QueueName.Parse(expressions.Resolve(queue.QueueName, faults)) is { } name:
                _queues.Add(new QueueOutputBinding(name, connections.Find(expressions.Resolve(queue.Connection ?? "", faults)), property));
                break;
            case QueueOutputAttribute queue:
                faults.Add($"writes to '{queue.QueueName}', which is no queue name (3 to 63 lower-case letters, digits and single hyphens).");
                break;
            default:
                faults.Add($"has the output {attribute.GetType().Name}, which the embedded host does not know.");
                break;
        }
    }
}
