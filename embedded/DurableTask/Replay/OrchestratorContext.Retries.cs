using CrossRegion.Embedded.DurableTask.Admission;
using CrossRegion.Embedded.DurableTask.WorkItems;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Embedded.DurableTask.Replay;

/// <summary>Retries: each attempt is an action of its own, and the pauses are timers, so all of it replays.</summary>
internal sealed partial class OrchestratorContext
{
    private Task<T> WithRetries<T>(Func<Task<T>> call, TaskName name, TaskRetryOptions? retry) => retry switch
    {
        { Policy: { } policy } => WithPolicy(call, policy),
        { Handler: { } handler } => WithHandler(call, name, handler),
        _ => call(),
    };

    private async Task<T> WithPolicy<T>(Func<Task<T>> call, RetryPolicy policy)
    {
        var begun = CurrentUtcDateTime;
        int? first = null;
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan pause;
            try
            {
                var result = await call();
                orchestration.MadeGood(first);
                return result;
            }
            catch (TaskFailedException failed)
            {
                orchestration.FailedAgain(failed, ref first);
                if (IsFinal(failed.FailureDetails) || !policy.Handle(failed) || RetryPause.Next(policy, attempt, CurrentUtcDateTime - begun) is not { } next)
                {
                    throw;
                }

                pause = next;
            }

            await CreateTimer(CurrentUtcDateTime + pause, CancellationToken.None);
        }
    }

    private async Task<T> WithHandler<T>(Func<Task<T>> call, TaskName name, AsyncRetryHandler handler)
    {
        var begun = CurrentUtcDateTime;
        int? first = null;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var result = await call();
                orchestration.MadeGood(first);
                return result;
            }
            catch (TaskFailedException failed)
            {
                orchestration.FailedAgain(failed, ref first);
                if (IsFinal(failed.FailureDetails))
                {
                    throw;
                }

                if (!IsReplaying)
                {
                    Log.AskingRetryHandler(services.Logger, InstanceId, name, attempt);
                }

                var context = new RetryContext(this, attempt, failed.FailureDetails, CurrentUtcDateTime - begun, CancellationToken.None);
                if (!await handler(context))
                {
                    throw;
                }
            }
        }
    }

    /// <summary>Whether trying again cannot help.</summary>
    private static bool IsFinal(TaskFailureDetails failure) =>
        MissingTasks.IsMissing(failure) || VersionMatch.IsMismatch(failure) || failure.ErrorType == SetAside.ErrorType;

    private static partial class Log
    {
        [LoggerMessage(55, LogLevel.Information, "{InstanceId}: Evaluating custom retry handler for failed '{Name}' task. Attempt = {Attempt}.", EventName = "RetryingTask")]
        public static partial void AskingRetryHandler(ILogger logger, string instanceId, string name, int attempt);
    }
}
