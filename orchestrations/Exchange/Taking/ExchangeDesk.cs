using CrossRegion.Orchestrations.Exchange.Wire;
using NodaTime;

namespace CrossRegion.Orchestrations.Exchange.Taking;

/// <summary>Where a peer's batch is handed in: lets in as many as can be taken, and has them taken.</summary>
public sealed class ExchangeDesk(HandOverInbox inbox, Admission admission, IClock clock)
{
    /// <exception cref="IOException">The store.</exception>
    public async Task<Taken> TakeAsync(HandOverBatch batch, CancellationToken cancellation)
    {
        var (place, pause) = await admission.EnterAsync(cancellation);
        if (place is null)
        {
            return Taken.Busy(pause);
        }

        using (place)
        {
            // Only a message whose signature is good tells who catches up: anybody could claim to be a peer.
            var first = inbox.Open(batch.HandOvers[0]);
            if (first.Refusal is not null || !admission.MustWait(first.Envelope!.From, clock.GetCurrentInstant() - first.Envelope.At))
            {
                return await TakeAsync(first, batch, cancellation);
            }

            using var catchUp = admission.TryCatchUp(out pause);
            if (catchUp is null)
            {
                return Taken.Busy(pause);
            }

            var taken = await TakeAsync(first, batch, cancellation);
            return taken with { Answer = taken.Answer with { Pause = catchUp.Pause } };
        }
    }

    private async Task<Taken> TakeAsync(OpenedHandOver first, HandOverBatch batch, CancellationToken cancellation)
    {
        var (answers, messages) = await inbox.TakeAsync([first, .. batch.HandOvers.Skip(1).Select(inbox.Open)], cancellation);
        return new Taken(new BatchAnswer(answers), messages);
    }
}
