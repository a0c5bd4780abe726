using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using CrossRegion.Embedded.DurableTask.Replay;

namespace CrossRegion.Embedded.DurableTask.Tracing;

/// <summary>
/// Identifiers of spans that last longer than a turn, or than the process: made of what they stand for, so that nothing has
/// to be kept for the spans before and after a restart to fit together.
/// </summary>
internal static class SpanIds
{
    public static ActivitySpanId OfExecution(string instanceId, long execution) =>
        Of(string.Create(CultureInfo.InvariantCulture, $"span {instanceId} {execution}"));

    /// <summary>Of the span from a call to its answer; what it calls has this one as its parent.</summary>
    public static ActivitySpanId OfCall(string instanceId, long execution, int taskId) =>
        Of(string.Create(CultureInfo.InvariantCulture, $"span {instanceId} {execution} {taskId}"));

    /// <summary>Gives a started span its identifier. The class library has no way to choose it; the official SDK does the same.</summary>
    public static void Set(Activity span, ActivitySpanId id)
    {
        SpanId(span) = id.ToHexString();
        Id(span) = null;
    }

    private static ActivitySpanId Of(string name)
    {
        Span<byte> bytes = stackalloc byte[16];
        NameBasedGuid.Of(name).TryWriteBytes(bytes);
        return ActivitySpanId.CreateFromBytes(bytes[..8]);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_spanId")]
    private static extern ref string? SpanId(Activity span);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_id")]
    private static extern ref string? Id(Activity span);
}
