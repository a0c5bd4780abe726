using Microsoft.DurableTask;

namespace CrossRegion.DurableTask.Tests.Fixtures;

/// <summary>Expectations that an orchestrator may have: they await nothing but the durable task itself.</summary>
internal static class Failures
{
    public static async Task ShouldFailAsync(this Task task)
    {
        try
        {
            await task;
        }
        catch (TaskFailedException)
        {
            return;
        }

        throw new ShouldAssertException("The task should have failed and did not.");
    }

    public static async Task ShouldBeCancelledAsync(this Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException)
        {
            return;
        }

        throw new ShouldAssertException("The task should have been cancelled and was not.");
    }
}
