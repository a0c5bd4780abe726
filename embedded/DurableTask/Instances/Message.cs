using CrossRegion.Embedded.DurableTask.Binary;
using CrossRegion.Embedded.DurableTask.History;

namespace CrossRegion.Embedded.DurableTask.Instances;

/// <summary>An event on its way to an instance.</summary>
/// <param name="Id">
/// Number of a durable message, unique in the store and growing. 0 for what needs no storing because history tells it
/// again after a crash: an activity's result (the activity runs again) and a due timer.
/// </param>
/// <param name="Execution">The execution it is for: an answer to an older one is dropped. 0: whichever runs.</param>
internal sealed record Message(long Id, long Execution, HistoryEvent Event)
{
    public bool IsDurable => Id != 0;

    public void WriteTo(ByteWriter to)
    {
        to.Number(Id);
        to.Number(Execution);
        HistoryCodec.Write(to, Event);
    }

    public static Message Read(ref ByteReader from) => new(from.Number(), from.Number(), HistoryCodec.Read(ref from));
}
