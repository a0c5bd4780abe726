namespace CrossRegion.Adapters.Webhooks;

/// <summary>What is common to all webhooks, and the subscriptions themselves: settings <c>CrossRegion__…</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>
    /// As many as there may be: a step of a case plans one delivery for each in one batch, together with what it writes itself
    /// (<see cref="Orchestrations.Ports.DocumentLimits.MaxOperations"/>).
    /// </summary>
    public const int MaxSubscriptions = 64;

    /// <summary>At most <see cref="MaxSubscriptions"/>. Default: none.</summary>
    public IList<WebhookSubscription> Subscriptions { get; } = [];

    /// <summary>How long a subscriber may take to acknowledge, in seconds, 1 to 300. Default 30, as Event Grid has it.</summary>
    public int WebhookTimeoutSeconds { get; set; } = 30;
}
