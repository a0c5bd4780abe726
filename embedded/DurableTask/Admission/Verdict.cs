using Microsoft.DurableTask;

namespace CrossRegion.Embedded.DurableTask.Admission;

/// <summary>What is to become of work that has come: run it, leave it for another worker, or fail it.</summary>
/// <param name="Reason">Why not to run it; <c>null</c> to run it.</param>
/// <param name="Failure">With what to fail it; <c>null</c> to leave it.</param>
internal readonly record struct Verdict(string? Reason, TaskFailureDetails? Failure)
{
    public static Verdict Run => default;

    public bool Runs => Reason is null;

    public static Verdict Leave(string reason) => new(reason, null);

    public static Verdict Fail(TaskFailureDetails failure) => new(failure.ErrorMessage, failure);
}
