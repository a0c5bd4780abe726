using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Sqlite;

/// <summary>A batch that waits for the writer, and its caller's answer.</summary>
internal sealed class PendingBatch(string partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellation)
{
    private readonly TaskCompletionSource<CommitResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Partition => partition;

    public IReadOnlyList<DocumentWrite> Writes => writes;

    public Task<CommitResult> Answered => _answer.Task;

    /// <summary>The writer takes it up; false when its caller gave up before, and then it is not applied.</summary>
    public bool TryTake() => !cancellation.IsCancellationRequested || !_answer.TrySetCanceled(cancellation);

    public void Answer(CommitResult result) => _answer.SetResult(result);

    public void Fail(Exception failure) => _answer.SetException(failure);
}
