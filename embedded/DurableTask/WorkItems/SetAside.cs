using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.DurableTask;

namespace CrossRegion.Embedded.DurableTask.WorkItems;

/// <summary>What operators see of work items that were set aside: failures of a type of their own, and a count.</summary>
internal static class SetAside
{
    /// <summary>The failure type (<see cref="TaskFailureDetails.ErrorType"/>) of a work item that was set aside, 毒消息.</summary>
    public const string ErrorType = "PoisonWorkItem";

    private static readonly Meter Meter = new("CrossRegion.Embedded.DurableTask");

    private static readonly Counter<long> Count = Meter.CreateCounter<long>(
        "crossregion.engine.work_items.set_aside", "{work item}", "Work items that were set aside after too many attempts, by kind.");

    /// <param name="cause">What the last attempt threw; <c>null</c> if it took the process with it.</param>
    public static TaskFailureDetails Turn(int attempts, TaskFailureDetails? cause)
    {
        Count.Add(1, new KeyValuePair<string, object?>("kind", "turn"));
        return Failure("A turn of this orchestration", attempts, cause);
    }

    public static TaskFailureDetails Activity(string name, int attempts)
    {
        Count.Add(1, new KeyValuePair<string, object?>("kind", "activity"));
        return Failure($"The activity '{name}'", attempts, cause: null);
    }

    /// <summary>The failure of an instance whose stored data cannot be read.</summary>
    public static TaskFailureDetails Unreadable(string reason) => new(ErrorType, reason, StackTrace: null, InnerFailure: null, Properties: null);

    private static TaskFailureDetails Failure(string what, int attempts, TaskFailureDetails? cause) => new(
        ErrorType,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{what} was set aside after {attempts} attempts: {(cause is null ? "the process died whenever it ran" : $"the last one ended in {cause}")}."),
        StackTrace: null,
        cause,
        Properties: null);
}
