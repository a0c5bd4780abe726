using CrossRegion.Cli.Stamps;
using CrossRegion.Orchestrations.Exchange.Overview;
using NodaTime;

namespace CrossRegion.Cli.Demo;

/// <summary>Looks at the exchange of every stamp, and compares the ledgers of every two: what was handed over has a receipt, on both sides.</summary>
internal static class ExchangeAudit
{
    /// <param name="stamps">The stamps.</param>
    /// <param name="days">The days whose ledgers are compared.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<ExchangeResult> OfAsync(StampClients stamps, IEnumerable<LocalDate> days, CancellationToken cancellation)
    {
        List<string> wrong = [];
        var withoutReceipt = 0;
        foreach (var stamp in stamps.All)
        {
            var view = await stamp.Host.ExchangeAsync(cancellation);
            withoutReceipt += view.Peers.Sum(peer => peer.Backlog + peer.RefusedByPeer.Count);
            wrong.AddRange(Refused(view));
        }
        if (withoutReceipt > 0)
        {
            return new ExchangeResult(0, withoutReceipt, wrong);
        }

        var handOvers = 0;
        foreach (var (stamp, day) in from stamp in stamps.All from day in days select (stamp, day))
        {
            // Each two of them once: a ledger has both ways.
            foreach (var peer in stamps.All.SkipWhile(other => other != stamp).Skip(1).SelectMany(other => other.Provinces))
            {
                var compared = await stamp.Host.ReconcileAsync(peer, day, cancellation);
                handOvers += compared.Routes.Sum(route => route.Entries);
                wrong.AddRange(compared.Routes.Where(route => route.DifferencesBefore > 0).Select(route =>
                    $"{route.From}→{route.To} {day}: 账目不一致 the ledgers differ in {route.DifferencesBefore}, {route.DifferencesAfter} left"));
            }
        }
        return new ExchangeResult(handOvers, 0, wrong);
    }

    private static IEnumerable<string> Refused(ExchangeView view)
    {
        var at = string.Join('+', view.Provinces);
        var here = view.Peers.SelectMany(peer => peer.RefusedHere).Concat(view.RefusedFromUnknown);
        return
        [
            .. here.Select(refused => $"{at} 拒收移交 refused a message: {refused.Refusal.Code}"),
            .. view.Peers.SelectMany(peer => peer.RefusedByPeer).Select(refused =>
                $"{at} 的移交被拒 a hand-over was refused: {refused.HandOver.Number} {refused.HandOver.From}→{refused.HandOver.To} {refused.Refusal.Code}"),
        ];
    }
}
