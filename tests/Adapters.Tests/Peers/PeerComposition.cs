using CrossRegion.Adapters.Peers;
using CrossRegion.Adapters.Tests.Http;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.Adapters.Tests.Peers;

internal static class PeerComposition
{
    /// <summary>The peers of a stamp of 51 as the app composes them; without a signing key in the settings there is none.</summary>
    public static ServiceProvider Of(params (string Name, string Value)[] settings) => Of(_ => { }, settings);

    /// <summary>The same with something of the test's own.</summary>
    public static ServiceProvider Of(Action<IServiceCollection> more, params (string Name, string Value)[] settings) => Composition.Of(
        (services, section) =>
        {
            services.AddLogging();
            services.AddSingleton(new ExchangeOptions([ProvinceCode.Parse("51")], [ProvinceCode.Parse("44")]));
            services.AddPeers(section, () => "/no/such/file");
            more(services);
        },
        settings);
}
