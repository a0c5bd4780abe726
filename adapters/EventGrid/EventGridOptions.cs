using System.ComponentModel.DataAnnotations;

namespace CrossRegion.Adapters.EventGrid;

/// <summary>The topic that every outgoing event is published to: settings <c>CrossRegion__EventGrid__…</c>.</summary>
public sealed class EventGridOptions : IValidatableObject
{
    /// <summary>The topic's endpoint: an absolute https URL (http with a key only, for tests). Default: none, no topic.</summary>
    public string? TopicEndpoint { get; set; }

    /// <summary>The topic's access key. Default: none; then the app's identity is used (role EventGrid Data Sender).</summary>
    public string? TopicKey { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var allowed = string.IsNullOrEmpty(TopicKey) ? ["https"] : (string[])["https", "http"];
        if (!Uri.TryCreate(TopicEndpoint, UriKind.Absolute, out var endpoint) || !allowed.Contains(endpoint.Scheme))
        {
            yield return new ValidationResult(
                $"CrossRegion:EventGrid:TopicEndpoint is an absolute {string.Join(" or ", allowed)} URL.", [nameof(TopicEndpoint)]);
        }
    }
}
