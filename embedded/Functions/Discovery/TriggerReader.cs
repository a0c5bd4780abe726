using System.Reflection;
using CrossRegion.Embedded.Functions.Durable;
using CrossRegion.Embedded.Functions.EventGrid;
using CrossRegion.Embedded.Functions.Hosting;
using CrossRegion.Embedded.Functions.Http;
using CrossRegion.Embedded.Functions.Queues;
using CrossRegion.Embedded.Functions.Queues.Storage;
using CrossRegion.Embedded.Functions.Timers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace CrossRegion.Embedded.Functions.Discovery;

/// <summary>The trigger that a parameter's attribute declares.</summary>
internal sealed class TriggerReader(HostJson hostJson, BindingExpressions expressions, StorageConnections connections)
{
    public TriggerBinding? Read(string function, ParameterInfo parameter, ICollection<string> faults)
    {
        TriggerBindingAttribute attribute = parameter.GetCustomAttribute<TriggerBindingAttribute>()!;
        switch (attribute)
        {
            case HttpTriggerAttribute http:
                string route = expressions.Resolve(http.Route ?? function, faults);
                return HttpBinding.Read(http, HttpBinding.LevelOf(parameter, http), hostJson.RoutePrefix, route, faults);
            case QueueTriggerAttribute queue:
                return QueueBinding.Read(expressions.Resolve(queue.QueueName, faults), connections.Find(expressions.Resolve(queue.Connection ?? "", faults)), faults);
            case EventGridTriggerAttribute eventGrid:
                return new EventGridBinding(eventGrid.IsBatched);
            case TimerTriggerAttribute timer:
                return TimerBinding.Read(timer, expressions.Resolve(timer.Schedule, faults), faults);
            case OrchestrationTriggerAttribute orchestration:
                return new OrchestrationBinding(orchestration.Orchestration ?? function);
            case ActivityTriggerAttribute activity:
                return new ActivityBinding(activity.Activity ?? function);
            default:
                faults.Add($"has the trigger {attribute.GetType().Name}, which the embedded host does not know.");
                return null;
        }
    }
}
