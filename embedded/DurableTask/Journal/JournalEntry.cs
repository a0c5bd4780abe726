using CrossRegion.Embedded.DurableTask.Binary;
using CrossRegion.Embedded.DurableTask.Instances;

namespace CrossRegion.Embedded.DurableTask.Journal;

/// <summary>One indivisible change of the store: a turn with all that came of it, or what a client asked for.</summary>
internal sealed class JournalEntry
{
    /// <summary>The turn; <c>null</c> when a client made the entry.</summary>
    public TurnRecord? Turn { get; init; }

    /// <summary>Durable messages that go out with the entry.</summary>
    public IReadOnlyList<Delivery> Sent { get; init; } = [];

    /// <summary>The instance that is removed; <c>null</c> when none is.</summary>
    public Instance? Purged { get; init; }

    /// <summary>When the entry was made.</summary>
    public required DateTime At { get; init; }

    public void WriteTo(ByteWriter to)
    {
        to.Time(At);
        to.Flag(Turn is not null);
        Turn?.WriteTo(to);
        to.Number(Sent.Count);
        for (var i = 0; i < Sent.Count; i++)
        {
            to.Text(Sent[i].Addressee.Id);
            Sent[i].Message.WriteTo(to);
        }

        to.Text(Purged?.Id);
    }

    /// <param name="find">Gives the instance of an id, made if there is none.</param>
    public static JournalEntry Read(ref ByteReader from, Func<string, Instance> find)
    {
        var at = from.Time();
        var turn = from.Flag() ? TurnRecord.Read(ref from, find) : null;
        var sent = new Delivery[from.Count()];
        for (var i = 0; i < sent.Length; i++)
        {
            sent[i] = new Delivery(find(from.RequiredText()), Message.Read(ref from));
        }

        return new JournalEntry { At = at, Turn = turn, Sent = sent, Purged = from.Text() is { } purged ? find(purged) : null };
    }
}
