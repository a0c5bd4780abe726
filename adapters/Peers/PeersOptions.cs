namespace CrossRegion.Adapters.Peers;

/// <summary>The peers by province code, and how this stamp speaks to them: sections <c>Peers</c> and <c>Exchange</c>.</summary>
public sealed class PeersOptions
{
    /// <summary>Default: none.</summary>
    public IDictionary<string, PeerOptions> Peers { get; } = new Dictionary<string, PeerOptions>(StringComparer.Ordinal);

    public TransportOptions Exchange { get; set; } = new();
}
