namespace CrossRegion.Adapters.Peers;

/// <summary>One peer as it is written in the settings <c>CrossRegion__Peers__N__…</c>, N being its province code.</summary>
public sealed class PeerOptions
{
    /// <summary>Base URL of its stamp, http or https; the paths of the exchange are appended.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The public keys that speak for it, in PEM, or the path of a file that holds them: the old one and the new one while it rolls over.</summary>
    public string PublicKeys { get; set; } = "";
}
