using Azure;
using Azure.Identity;
using Azure.Storage.Queues.Models;

namespace CrossRegion.Embedded.Functions.Queues.Storage;

/// <summary>What an error of the service means.</summary>
internal static class StorageFault
{
    public static bool IsNoQueue(RequestFailedException fault) => fault.ErrorCode == QueueErrorCode.QueueNotFound;

    /// <summary>The message is not the caller's any more: deleted, or taken by another after its time ran out; or its queue is gone.</summary>
    public static bool IsLost(RequestFailedException fault) =>
        fault.ErrorCode == QueueErrorCode.MessageNotFound
        || fault.ErrorCode == QueueErrorCode.PopReceiptMismatch
        || fault.ErrorCode == QueueErrorCode.QueueBeingDeleted
        || IsNoQueue(fault);

    /// <summary>The service did not do what was asked: out of reach, overloaded, or it refused, which can change while the host runs.</summary>
    public static bool IsFailure(Exception fault, CancellationToken cancellation) => fault switch
    {
        RequestFailedException or AuthenticationFailedException => true,
        AggregateException all => all.InnerExceptions.All(inner => IsFailure(inner, cancellation)),
        OperationCanceledException => !cancellation.IsCancellationRequested, // the client's own time-out
        _ => false,
    };
}
