using CrossRegion.Domain.CodeSets;
using CrossRegion.Orchestrations.Exchange.Taking;
using CrossRegion.Orchestrations.Inbox;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.Sealing;
using CrossRegion.Orchestrations.Stamps;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CrossRegion.Functions.Composition;

/// <summary>Composition of what a stamp does with what it is handed, kind by kind.</summary>
internal static class StampServices
{
    public static void AddStamps(this IServiceCollection services)
    {
        services.AddSingleton<RemoteCases>();
        services.AddSingleton<Relay>();
        services.AddSingleton<Transit>();
        services.AddSingleton<Forwarding>();
        services.AddSingleton<IHandOverReceiver, ErasureReceiver>();
        foreach (var kind in new[] { HandOverKind.Application, HandOverKind.Material, HandOverKind.Decision, HandOverKind.Statement })
        {
            services.AddSingleton<IHandOverReceiver>(provider => new EventReceiver(kind, provider.GetRequiredService<CaseInbox>()));
        }

        foreach (var kind in new[] { HandOverKind.ReviewTask, HandOverKind.Notice, HandOverKind.Archive })
        {
            services.AddSingleton<IHandOverReceiver>(provider => new NoticeReceiver(
                kind,
                provider.GetRequiredService<RemoteCases>(),
                provider.GetRequiredService<CaseKeys>(),
                provider.GetRequiredService<ISubscribers>(),
                provider.GetRequiredService<IClock>()));
        }
    }
}
