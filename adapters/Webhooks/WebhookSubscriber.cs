using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Webhooks;

/// <summary>A subscriber whose endpoint takes one event a request.</summary>
internal sealed class WebhookSubscriber(WebhookSubscription subscription, IHttpClientFactory clients) : ISubscriber
{
    /// <summary>The name of the HTTP client: no redirects, since a 3xx is no acknowledgement.</summary>
    public const string Client = "CrossRegion.Webhooks";

    private readonly Uri _endpoint = new(subscription.Endpoint);
    private readonly IReadOnlySet<string> _types = SubscriptionFilter.Parse(subscription.Types);
    private readonly IReadOnlySet<string> _provinces = SubscriptionFilter.Parse(subscription.Provinces);

    public string Name => subscription.Name;

    public bool Wants(string type, string province) => _types.Admits(type) && _provinces.Admits(province);

    public async Task DeliverAsync(OutgoingEvent outgoing, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(Client);
        using var request = new HttpRequestMessage(HttpMethod.Post, _endpoint) { Content = StructuredEvent.Content(outgoing) };
        try
        {
            using var response = await client
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw new HttpRequestException(
                    $"The subscriber {Name} answered {(int)response.StatusCode}.", null, response.StatusCode);
            }
        }
        catch (OperationCanceledException late) when (late.InnerException is TimeoutException)
        {
            throw new IOException($"The subscriber {Name} did not acknowledge within {client.Timeout.TotalSeconds} s.", late);
        }
    }
}
