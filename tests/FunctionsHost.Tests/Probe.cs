using System.Diagnostics;

namespace CrossRegion.FunctionsHost.Tests;

/// <summary>Functions tell it what they did; tests wait for it.</summary>
public sealed class Probe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly List<string> _told = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<string> Told
    {
        get
        {
            lock (_told)
            {
                return [.. _told];
            }
        }
    }

    public void Tell(string what)
    {
        lock (_told)
        {
            _told.Add(what);
            _changed.TrySetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public async Task<IReadOnlyList<string>> WaitForAsync(int count)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (true)
        {
            Task changed;
            lock (_told)
            {
                if (_told.Count >= count)
                {
                    return [.. _told];
                }

                changed = _changed.Task;
            }

            try
            {
                await changed.WaitAsync(Patience - watch.Elapsed is { Ticks: > 0 } rest ? rest : TimeSpan.Zero);
            }
            catch (TimeoutException)
            {
                throw new TimeoutException($"Waited {Patience.TotalSeconds} s for {count} reports and saw {Told.Count}: [{string.Join("; ", Told)}]");
            }
        }
    }
}
