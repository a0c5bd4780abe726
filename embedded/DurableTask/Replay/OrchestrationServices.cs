using CrossRegion.Embedded.DurableTask.Admission;
using CrossRegion.Embedded.DurableTask.Binary;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Embedded.DurableTask.Replay;

/// <summary>What orchestrations and activities of a worker need from their host.</summary>
internal sealed class OrchestrationServices(
    IVersionedTaskFactory factory,
    DurableTaskWorkerOptions options,
    IServiceProvider provider,
    ILoggerFactory loggerFactory,
    IExceptionPropertiesProvider? exceptionProperties,
    WorkRules rules)
{
    public IVersionedTaskFactory Factory => factory;

    public DurableTaskWorkerOptions Options => options;

    public IServiceProvider Provider => provider;

    public ILoggerFactory LoggerFactory => loggerFactory;

    public WorkRules Rules => rules;

    public ILogger Logger { get; } = loggerFactory.CreateLogger("Microsoft.DurableTask.Worker.Orchestrations");

    public TaskFailureDetails Describe(Exception exception) => TaskFailureDetails.FromException(
        exception, inner => FailureProperties.Normalize(exceptionProperties?.GetExceptionProperties(inner)));
}
