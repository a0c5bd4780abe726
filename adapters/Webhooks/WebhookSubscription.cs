namespace CrossRegion.Adapters.Webhooks;

/// <summary>One subscription as it is written in the settings <c>CrossRegion__Subscriptions__N__…</c>.</summary>
public sealed class WebhookSubscription
{
    /// <summary>
    /// Part of the key of every delivery, so it must not change: 1 to 40 characters of <c>a-z 0-9 -</c>, unique; <c>event-grid</c> is taken.
    /// </summary>
    public string Name { get; set; } = "";

    /// <summary>Where events are posted: an absolute http or https URL.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>Outgoing event types, separated by commas, or <c>*</c> for all. Default <c>*</c>.</summary>
    public string Types { get; set; } = SubscriptionFilter.Everything;

    /// <summary>Two-digit province codes (GB/T 2260), separated by commas, or <c>*</c> for all. Default <c>*</c>.</summary>
    public string Provinces { get; set; } = SubscriptionFilter.Everything;
}
