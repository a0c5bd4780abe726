using Azure.Core;

namespace CrossRegion.Adapters.KeyVault;

/// <summary>How the vault is called: with Azure.Core's defaults, which try 408, 429 and 5xx again three times.</summary>
internal sealed class KeyVaultClientOptions : ClientOptions
{
    /// <summary>Of the vault's REST interface.</summary>
    public const string ApiVersion = "7.4";

    public KeyVaultClientOptions() => Retry.NetworkTimeout = TimeSpan.FromSeconds(30);
}
