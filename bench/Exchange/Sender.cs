using System.Diagnostics;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Sending;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.Sealing;

namespace CrossRegion.Bench.Exchange;

/// <summary>Hands over one application after the other, each in a batch with its key and the step that causes it.</summary>
internal sealed class Sender(BenchStamp stamp, Route route)
{
    /// <summary>About what an application has: the applicant, the item and five materials.</summary>
    private static readonly string Body = $$"""{"item":"11510000008282180P2000109003001","applicant":{"name":"申请人","type":"1"},"materials":[{{string.Join(',', Enumerable.Range(1, 5).Select(i => $$"""{"code":"11510000008282180P200010900300{{i}}","name":"材料{{i}}","digest":"{{new string('a', 64)}}"}"""))}}]}""";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private int _made;

    /// <summary>Hands over so many a second, whether the exchange keeps up or not.</summary>
    public async Task AtRateAsync(int count, double perSecond)
    {
        var begun = Stopwatch.GetTimestamp();
        var under = new List<Task>(count);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        for (var sent = 0; sent < count;)
        {
            await ticks.WaitForNextTickAsync();
            for (var now = Stopwatch.GetTimestamp(); sent < count && Due(sent) <= now; sent++)
            {
                under.Add(HandOverAsync(Due(sent)));
            }
        }

        await Task.WhenAll(under);

        long Due(int number) => begun + (long)(number / perSecond * Stopwatch.Frequency);
    }

    /// <summary>Hands over as fast as the exchange takes it, with at most so many on their way.</summary>
    public async Task AtOnceAsync(int count, int onTheirWay)
    {
        var store = stamp.Store;
        for (var sent = 0; sent < count;)
        {
            var room = Math.Min(onTheirWay - (sent - store.Receipted), count - sent);
            if (room < Math.Min(onTheirWay / 8, count - sent))
            {
                await Task.Delay(1);
                continue;
            }

            await Task.WhenAll(Enumerable.Range(0, room).Select(_ => HandOverAsync(Stopwatch.GetTimestamp())));
            sent += room;
        }
    }

    /// <summary>Until so many have their receipts.</summary>
    /// <exception cref="TimeoutException">They have not within ten minutes.</exception>
    public async Task ReceiptedAsync(int count)
    {
        for (var begun = Stopwatch.GetTimestamp(); stamp.Store.Receipted < count; await Task.Delay(1))
        {
            if (Stopwatch.GetElapsedTime(begun) > Patience)
            {
                throw new TimeoutException($"waited {Patience.TotalMinutes} minutes for {count} receipts; {stamp.Store.Receipted} came");
            }
        }
    }

    public async Task HandOverAsync(long due)
    {
        var number = ApplicationNumber.Derive(route.From, "urn:gov:cn:bench", $"{Interlocked.Increment(ref _made)}", new byte[32]);
        stamp.Store.Expect(number.Value, due);
        var (_, key) = await stamp.Get<CaseKeys>().NewAsync(number, CancellationToken.None);
        var writes = await stamp.Get<Outbox>().WriteAsync(number, route, [(HandOverKind.Application, Body)], CancellationToken.None);
        var step = new DocumentWrite.Create(CaseDocuments.Timeline(1), """{"sequence":1,"step":"handed over"}""", []);
        var result = await stamp.Get<IDocumentStore>().CommitAsync(number.Value, [key, step, .. writes], CancellationToken.None);
        if (!result.Committed)
        {
            throw new InvalidOperationException($"{number} was there already: {result.ConflictingId}");
        }
    }
}
