namespace CrossRegion.Adapters.Webhooks;

/// <summary>What is common to all webhooks, and the subscriptions themselves: settings <c>CrossRegion__…</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>Default: none.</summary>
    public IList<WebhookSubscription> Subscriptions { get; } = [];

    /// <summary>How long a subscriber may take to acknowledge, in seconds, 1 to 300. Default 30, as Event Grid has it.</summary>
    public int WebhookTimeoutSeconds { get; set; } = 30;
}
