using CrossRegion.Adapters.Peers.Keys;
using CrossRegion.Domain.Identifiers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CrossRegion.Adapters.Peers;

/// <summary>Finds everything that is wrong with the peers before the program starts, and tells it at once.</summary>
internal sealed class PeersOptionsValidator(IEnumerable<ISignatureSuite> suites, TimeProvider time) : IValidateOptions<PeersOptions>
{
    private readonly IReadOnlyList<ISignatureSuite> _suites = [.. suites];

    public ValidateOptionsResult Validate(string? name, PeersOptions options)
    {
        var isAlone = options.Peers.Count == 0 && string.IsNullOrWhiteSpace(options.Exchange.SigningKey);
        List<string> faults =
        [
            .. options.Peers.SelectMany(peer => Faults($"CrossRegion:Peers:{peer.Key}", peer.Key, peer.Value)),
            .. isAlone ? [] : KeyFaults(options.Exchange),
            .. TimeoutFaults(options.Exchange),
        ];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(string setting, string code, PeerOptions peer)
    {
        if (!ProvinceCode.TryParse(code, out _, out var fault))
        {
            yield return $"{setting}: {fault.MessageEn}";
        }

        if (!Uri.TryCreate(peer.Endpoint, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
        {
            yield return $"{setting}:Endpoint is an absolute http or https URL.";
        }

        var source = new PemSource($"{setting}:PublicKeys", peer.PublicKeys, _suites, time, NullLogger.Instance);
        if (source.Fault is { } wrong)
        {
            yield return wrong;
        }
        else if (source.Keys is { Verifiers.Count: 0 } or { Signer: not null })
        {
            yield return $"{setting}:PublicKeys holds public keys and no private one.";
        }
    }

    private IEnumerable<string> KeyFaults(TransportOptions exchange)
    {
        var source = new PemSource("CrossRegion:Exchange:SigningKey", exchange.SigningKey, _suites, time, NullLogger.Instance);
        if (source.Fault is { } wrong)
        {
            yield return wrong;
        }
        else if (source.Keys.Signer is null)
        {
            yield return "CrossRegion:Exchange:SigningKey holds no private key.";
        }
    }

    private static IEnumerable<string> TimeoutFaults(TransportOptions exchange)
    {
        if (exchange.TimeoutSeconds is < 1 or > 300)
        {
            yield return "CrossRegion:Exchange:TimeoutSeconds is 1 to 300.";
        }
    }
}
