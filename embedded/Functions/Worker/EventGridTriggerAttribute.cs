using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function for events that Event Grid delivers to <c>/runtime/webhooks/EventGrid?functionName=NAME</c>.</summary>
public sealed class EventGridTriggerAttribute : TriggerBindingAttribute
{
    private bool _isBatched = false;

    /// <summary>True: one run for a whole delivery, the parameter being an array. False (default): one run for each event.</summary>
    public bool IsBatched
    {
        get => _isBatched;
        set => _isBatched = value;
    }
}
