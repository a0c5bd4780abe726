using System.ComponentModel.DataAnnotations;

namespace CrossRegion.Adapters.KeyVault;

/// <summary>Where the master key is: settings <c>CrossRegion__Keys__…</c>.</summary>
public sealed class KeyVaultOptions : IValidatableObject
{
    /// <summary>
    /// An RSA key of Azure Key Vault or Managed HSM, without a version: <c>https://VAULT/keys/NAME</c>. Default: none; then master keys are
    /// files in the data directory.
    /// </summary>
    public string? VaultKey { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Uri.TryCreate(VaultKey, UriKind.Absolute, out var key)
            || key.Scheme != "https"
            || key.Segments is not ["/", "keys/", { Length: > 0 } name]
            || name.EndsWith('/')
            || key.Query.Length > 0
            || !key.Host.Contains('.', StringComparison.Ordinal))
        {
            yield return new ValidationResult("CrossRegion:Keys:VaultKey is https://VAULT/keys/NAME, without a version.", [nameof(VaultKey)]);
        }
    }
}
