using CrossRegion.Embedded.Functions.Discovery;
using CrossRegion.Embedded.Functions.Invocations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Embedded.Functions.Timers;

/// <summary>
/// Runs one function by its schedule, one run at a time: what falls due during a run is left out. A monitored schedule remembers
/// its next run; when that was missed, it is made up once at start, marked past due.
/// </summary>
internal sealed partial class TimerListener(
    Function function, TimerBinding trigger, ScheduleStore store, FunctionInvoker invoker, TimeProvider clock, ILogger logger)
{
    /// <summary>Timers of the runtime end at 49 days, so a longer wait is made of several.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task RunAsync(CancellationToken stopping, CancellationToken overdue)
    {
        ScheduleStatus status = Begin(out bool isPastDue);
        await Task.Yield();
        if (isPastDue || trigger.RunsOnStartup)
        {
            status = await FireAsync(status, isPastDue, overdue);
        }

        while (await UntilAsync(status.Next, stopping))
        {
            status = await FireAsync(status, isPastDue: false, overdue);
        }
    }

    /// <summary>The stored status, its next run by today's schedule; a new one when there is none.</summary>
    private ScheduleStatus Begin(out bool isPastDue)
    {
        DateTime now = Now;
        ScheduleStatus? stored = trigger.IsMonitored ? store.Load(function.Name) : null;
        DateTime from = stored?.LastUpdated ?? now;
        ScheduleStatus status = new() { Last = stored?.Last ?? default, Next = trigger.Schedule.GetNextOccurrence(from), LastUpdated = from };
        isPastDue = stored is not null && status.Next <= now;
        if (stored is null)
        {
            Save(status);
        }

        return status;
    }

    private async Task<ScheduleStatus> FireAsync(ScheduleStatus status, bool isPastDue, CancellationToken overdue)
    {
        DateTime started = Now;
        try
        {
            TimerInfo info = new() { IsPastDue = isPastDue, ScheduleStatus = trigger.IsMonitored ? status : null };
            await invoker.InvokeAsync(function, info, NoBindingData.Instance, overdue);
        }
        catch (Exception fault)
        {
            LogFailed(fault, function.Name);
        }

        DateTime ended = Now;
        ScheduleStatus next = new() { Last = started, Next = trigger.Schedule.GetNextOccurrence(ended), LastUpdated = ended };
        Save(next);
        return next;
    }

    private void Save(ScheduleStatus status)
    {
        if (!trigger.IsMonitored)
        {
            return;
        }

        try
        {
            store.Save(function.Name, status);
        }
        catch (IOException fault)
        {
            LogNotSaved(fault, function.Name);
        }
    }

    /// <summary>True at the time; false when the host stops before.</summary>
    private async Task<bool> UntilAsync(DateTime time, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            TimeSpan rest = time - Now;
            if (rest <= TimeSpan.Zero)
            {
                return true;
            }

            await Task.Delay(rest < LongestWait ? rest : LongestWait, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return false;
    }

    [LoggerMessage(7152, LogLevel.Error, "Function {Function} failed; it runs again by its schedule")]
    private partial void LogFailed(Exception fault, string function);

    [LoggerMessage(7153, LogLevel.Error, "The schedule of function {Function} could not be stored; a run missed while the host is down may be lost")]
    private partial void LogNotSaved(Exception fault, string function);
}
