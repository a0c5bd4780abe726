using System.ComponentModel.DataAnnotations;

namespace CrossRegion.Adapters.SharedData;

/// <summary>The gateway to the providers of shared data: settings <c>CrossRegion__SharedData__…</c>.</summary>
public sealed class SharedDataOptions : IValidatableObject
{
    /// <summary>The gateway's base URL, absolute http or https. Default: none; then the first query fails and names this setting.</summary>
    public string? Endpoint { get; set; }

    /// <summary>How long the gateway may take to answer, in seconds, 1 to 300. Default 30.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(Endpoint)
            && (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https")))
        {
            yield return new ValidationResult("CrossRegion:SharedData:Endpoint is an absolute http or https URL.", [nameof(Endpoint)]);
        }

        if (TimeoutSeconds is < 1 or > 300)
        {
            yield return new ValidationResult("CrossRegion:SharedData:TimeoutSeconds is 1 to 300.", [nameof(TimeoutSeconds)]);
        }
    }
}
