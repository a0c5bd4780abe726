using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Ledgers;
using CrossRegion.Orchestrations.Exchange.Overview;
using CrossRegion.Orchestrations.Exchange.Sending;
using CrossRegion.Orchestrations.Exchange.Signing;
using CrossRegion.Orchestrations.Exchange.Taking;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.Sealing;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.Functions.Composition;

/// <summary>Composition of the exchange.</summary>
internal static class ExchangeServices
{
    public static void AddExchange(this IServiceCollection services, ExchangeOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<ExchangeSignatures>();
        services.AddSingleton<ExchangeAlarms>();

        services.AddSingleton<Outbox>();
        services.AddSingleton<OutboxKeeper>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<Dispatcher>();
        services.AddHostedService<ExchangeService>();

        services.AddSingleton<Admission>();
        services.AddSingleton<RefusalAudit>();
        services.AddSingleton<HandOverInbox>();
        services.AddSingleton<ExchangeDesk>();

        services.AddSingleton<Ledger>();
        services.AddSingleton<PeerLedger>();
        services.AddSingleton<Reconciliation>();
        services.AddSingleton<LedgerDesk>();

        services.AddSingleton<ExchangeReader>();
        services.AddSingleton<ExchangeWatch>();
    }

    /// <summary>Puts before the store that was added last who seals the bodies of hand-overs, and who tells of new ones.</summary>
    public static void WatchOutboxes(this IServiceCollection services)
    {
        var store = services.Last(service => service.ServiceType == typeof(IDocumentStore));
        services.Remove(store);
        services.AddSingleton<IDocumentStore>(provider => new OutboxWatch(
            new SealedHandOvers((IDocumentStore)store.ImplementationFactory!(provider), provider.GetRequiredService<CaseKeys>),
            provider.GetRequiredService<OutboxSignal>()));
    }
}
