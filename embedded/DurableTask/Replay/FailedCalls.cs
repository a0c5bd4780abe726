using Microsoft.DurableTask;

namespace CrossRegion.Embedded.DurableTask.Replay;

/// <summary>
/// The calls that have failed and were not made good by a retry, so that it is known, when the execution fails, from which
/// of them on it is to be done again. The attempts of one retried call count as one.
/// </summary>
internal sealed class FailedCalls
{
    /// <summary>In the order of their first failures.</summary>
    private readonly List<Call> _calls = [];

    /// <param name="taskId">The call.</param>
    /// <param name="nextTaskId">The number that the next call will have.</param>
    public void Add(int taskId, int nextTaskId) => _calls.Add(new Call(First: taskId, Last: taskId, Until: nextTaskId));

    /// <summary>The failed call was another attempt at an earlier one.</summary>
    public void Join(int taskId, int firstTaskId)
    {
        if (taskId != firstTaskId && _calls.FindIndex(call => call.First == taskId) is >= 0 and var attempt)
        {
            var first = _calls.FindIndex(call => call.First == firstTaskId);
            _calls[first] = _calls[first] with { Last = taskId, Until = _calls[attempt].Until };
            _calls.RemoveAt(attempt);
        }
    }

    /// <summary>An attempt at it has succeeded.</summary>
    public void MakeGood(int firstTaskId) => _calls.RemoveAll(call => call.First == firstTaskId);

    /// <summary>
    /// The first of the failures that led to <paramref name="end"/>: those it names (without any, the last one), and those of
    /// calls that were open at the same time as one of these, like the other branches of a fan-out.
    /// </summary>
    /// <returns>The number of the call; <c>null</c> if no call has failed.</returns>
    public int? FirstThatLedTo(Exception end)
    {
        var named = Named(end).ToHashSet();
        List<Call> led = [.. _calls.Where(call => named.Contains(call.First) || named.Contains(call.Last))];
        if (led.Count == 0)
        {
            led = [.. _calls.TakeLast(1)];
        }

        var rest = _calls.Except(led).ToList();
        while (rest.RemoveAll(call => IsJoined(led, call)) > 0)
        {
            // Those just added may have been open together with others again.
        }

        return _calls.Find(led.Contains) is { Until: > 0 } first ? first.First : null;
    }

    private static bool IsJoined(List<Call> led, Call call)
    {
        var joins = led.Exists(other => other.First < call.Until && call.First < other.Until);
        if (joins)
        {
            led.Add(call);
        }

        return joins;
    }

    private static IEnumerable<int> Named(Exception? exception) => exception switch
    {
        null => [],
        TaskFailedException failed => [failed.TaskId],
        AggregateException several => several.InnerExceptions.SelectMany(Named),
        _ => Named(exception.InnerException),
    };

    /// <param name="First">The number of the first attempt.</param>
    /// <param name="Last">The number of the last one.</param>
    /// <param name="Until">The first number that was not given yet when the last attempt failed.</param>
    private readonly record struct Call(int First, int Last, int Until);
}
