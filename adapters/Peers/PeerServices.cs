using CrossRegion.Adapters.Peers.Http;
using CrossRegion.Adapters.Peers.Keys;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Sending;
using CrossRegion.Orchestrations.Exchange.Signing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CrossRegion.Adapters.Peers;

/// <summary>Composition of the peers: their keys and the way to them.</summary>
public static class PeerServices
{
    /// <param name="services">The services; <see cref="ExchangeOptions"/> and the clock are there.</param>
    /// <param name="settings">The section <c>CrossRegion</c> of the configuration.</param>
    /// <param name="defaultSigningKey">Gives the path of a key file when the settings name no signing key.</param>
    public static IServiceCollection AddPeers(this IServiceCollection services, IConfigurationSection settings, Func<string> defaultSigningKey)
    {
        services.AddOptions<PeersOptions>().Bind(settings).PostConfigure(options =>
        {
            if (options.Peers.Count > 0 && string.IsNullOrWhiteSpace(options.Exchange.SigningKey))
            {
                options.Exchange.SigningKey = defaultSigningKey();
            }
        }).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PeersOptions>, PeersOptionsValidator>());
        services.AddSingleton<ISignatureSuite>(EcdsaSuite.Es256);
        services.AddSingleton<ISignatureSuite>(EcdsaSuite.Es384);
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient(HttpPeerTransport.Client)
            .ConfigureHttpClient(client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan; // Each request has its own.
                client.MaxResponseContentBufferSize = HttpPeerTransport.MaxAnswerBytes;
            })
            .RemoveAllLoggers() // The exchange tells what matters about a peer.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5), // So that a peer that moves is found by its name again.
            });
        services.TryAddSingleton<IKeyRing>(Keys);
        services.TryAddSingleton<IPeerTransport>(provider => new HttpPeerTransport(
            Options(provider).Peers.ToDictionary(peer => ProvinceCode.Parse(peer.Key), peer => Base(peer.Value.Endpoint)),
            provider.GetRequiredService<IHttpClientFactory>(),
            TimeSpan.FromSeconds(Options(provider).Exchange.TimeoutSeconds),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static KeyRing Keys(IServiceProvider provider)
    {
        var (options, time) = (Options(provider), provider.GetRequiredService<TimeProvider>());
        var logger = provider.GetRequiredService<ILoggerFactory>().CreateLogger<PemSource>();
        IReadOnlyList<ISignatureSuite> suites = [.. provider.GetServices<ISignatureSuite>()];
        return new KeyRing(
            new PemSource("CrossRegion:Exchange:SigningKey", options.Exchange.SigningKey, suites, time, logger),
            options.Peers.ToDictionary(
                peer => ProvinceCode.Parse(peer.Key),
                peer => new PemSource($"CrossRegion:Peers:{peer.Key}:PublicKeys", peer.Value.PublicKeys, suites, time, logger)),
            suites,
            provider.GetRequiredService<ExchangeOptions>());
    }

    /// <summary>With a slash at its end, so that a path is appended and replaces nothing.</summary>
    private static Uri Base(string endpoint) => new(endpoint.EndsWith('/') ? endpoint : endpoint + "/");

    private static PeersOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<PeersOptions>>().Value;
}
