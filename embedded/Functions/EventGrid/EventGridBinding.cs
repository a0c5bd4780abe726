using System.Reflection;
using Azure.Messaging;
using CrossRegion.Embedded.Functions.Discovery;
using CrossRegion.Embedded.Functions.Invocations;

namespace CrossRegion.Embedded.Functions.EventGrid;

/// <summary>A function that takes events delivered by Event Grid, each on its own or a delivery as a whole.</summary>
internal sealed class EventGridBinding(bool isBatched) : TriggerBinding
{
    public override string Type => "eventGridTrigger";

    public override string Takes => IsBatched
        ? "an array of string, BinaryData or CloudEvent (IsBatched is true)"
        : "string, BinaryData or CloudEvent (IsBatched is false)";

    /// <summary>True: the parameter is an array and gets all events of a delivery.</summary>
    public bool IsBatched { get; } = isBatched;

    public override ParameterBinder? BindTrigger(ParameterInfo parameter) => (IsBatched, parameter.ParameterType) switch
    {
        (false, var type) when type == typeof(string) => static invocation => Single(invocation).ToString(),
        (false, var type) when type == typeof(BinaryData) => Single,
        (false, var type) when type == typeof(CloudEvent) => static invocation => CloudEvent.Parse(Single(invocation)),
        (true, var type) when type == typeof(string[]) => static invocation => Array.ConvertAll(All(invocation), data => data.ToString()),
        (true, var type) when type == typeof(BinaryData[]) => All,
        (true, var type) when type == typeof(CloudEvent[]) => static invocation => Array.ConvertAll(All(invocation), data => CloudEvent.Parse(data)),
        _ => null,
    };

    private static BinaryData[] All(Invocation invocation) => (BinaryData[])invocation.Trigger!;

    private static BinaryData Single(Invocation invocation) => All(invocation)[0];
}
