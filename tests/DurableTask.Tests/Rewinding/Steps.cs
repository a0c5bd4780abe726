using System.Collections.Concurrent;
using Microsoft.DurableTask;

namespace CrossRegion.DurableTask.Tests.Rewinding;

/// <summary>An activity whose calls are told apart by their input, may be made to fail or to wait, and are counted.</summary>
internal sealed class Steps
{
    public const string Name = "Step";

    private readonly ConcurrentDictionary<string, int> _runs = new();
    private readonly ConcurrentDictionary<string, int> _failing = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _held = new();

    /// <summary>How often each step has run, like <c>a1 b2</c>.</summary>
    public string Runs => string.Join(' ', _runs.OrderBy(run => run.Key, StringComparer.Ordinal).Select(run => $"{run.Key}{run.Value}"));

    public Steps Fail(params ReadOnlySpan<string> steps)
    {
        foreach (var step in steps)
        {
            _failing[step] = int.MaxValue;
        }

        return this;
    }

    public void FailOnce(string step) => _failing[step] = 1;

    public void Heal() => _failing.Clear();

    public void Hold(string step) => _held[step] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void LetGo(string step)
    {
        _held.TryRemove(step, out var held);
        held!.SetResult();
    }

    public DurableTaskRegistry Register(DurableTaskRegistry tasks) => tasks.AddActivityFunc<string, string>(Name, async (_, step) =>
    {
        if (_held.TryGetValue(step, out var held))
        {
            await held.Task;
        }

        _runs.AddOrUpdate(step, 1, static (_, count) => count + 1);
        return _failing.AddOrUpdate(step, -1, static (_, left) => left - 1) >= 0 ? throw new InvalidTimeZoneException($"{step} fails") : $"{step}!";
    });
}
