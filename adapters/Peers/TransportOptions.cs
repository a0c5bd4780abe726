namespace CrossRegion.Adapters.Peers;

/// <summary>How this stamp signs and waits: settings <c>CrossRegion__Exchange__…</c>.</summary>
public sealed class TransportOptions
{
    /// <summary>This stamp's private key (PKCS #8) in PEM, or the path of a file that holds it. Default: made once, kept in the data directory.</summary>
    public string SigningKey { get; set; } = "";

    /// <summary>How long a peer may take to answer a batch, in seconds, 1 to 300. Default 30.</summary>
    public double TimeoutSeconds { get; set; } = 30;
}
