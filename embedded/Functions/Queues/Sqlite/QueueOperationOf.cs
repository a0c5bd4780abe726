using CrossRegion.Embedded.Functions.Queues.Faults;

namespace CrossRegion.Embedded.Functions.Queues.Sqlite;

/// <summary>An operation with a result.</summary>
internal sealed class QueueOperation<T>(Func<QueueTables, T> run, QueueFaultPoint? before, QueueFaultPoint? after) : QueueOperation(before, after)
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Done => _done.Task;

    public override void Run(QueueTables tables) => _result = run(tables);

    public override void Complete() => _done.SetResult(_result);

    public override void Fail(Exception fault) => _done.SetException(fault);
}
