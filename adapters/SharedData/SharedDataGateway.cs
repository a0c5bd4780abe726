using System.Net;
using System.Net.Http.Json;
using System.Net.Mime;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Extensions.Options;

namespace CrossRegion.Adapters.SharedData;

/// <summary>
/// Asks the providers of shared data through their gateway: a query is put under its key, so that the same key is one query however often
/// it is sent, and its answer can be got again under the same URL.
/// </summary>
internal sealed class SharedDataGateway(IHttpClientFactory clients, IOptions<SharedDataOptions> options) : ISharedDataProvider
{
    public const string Client = "CrossRegion.SharedData";

    public async Task<SharedDataAnswer> QueryAsync(SharedDataQuery query, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Url(query))
        {
            Content = JsonContent.Create(new { query.HolderKind, query.HolderIdentifier, query.LegalBasis }),
        };
        return await SendAsync(request, cancellation).ConfigureAwait(false) ?? throw Refused(HttpStatusCode.NotFound);
    }

    public async Task<SharedDataAnswer?> FindAnswerAsync(SharedDataQuery query, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Url(query));
        return await SendAsync(request, cancellation).ConfigureAwait(false);
    }

    private static HttpRequestException Refused(HttpStatusCode status) =>
        new($"The shared data provider answered {(int)status}.", null, status);

    /// <summary>The answer, or null for 404.</summary>
    private async Task<SharedDataAnswer?> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(Client);
        try
        {
            using var response = await client.SendAsync(request, cancellation).ConfigureAwait(false);
            if (response.StatusCode is not HttpStatusCode.OK)
            {
                return response.StatusCode is HttpStatusCode.NotFound ? null : throw Refused(response.StatusCode);
            }

            if (response.Content.Headers.ContentType?.MediaType is not MediaTypeNames.Application.Json)
            {
                throw SharedDataAnswerReader.Nonsense("its content type is not application/json");
            }

            return SharedDataAnswerReader.Read(await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false));
        }
        catch (OperationCanceledException late) when (late.InnerException is TimeoutException)
        {
            throw new HttpRequestException(
                $"The shared data provider did not answer within {options.Value.TimeoutSeconds} s.", late);
        }
    }

    private Uri Url(SharedDataQuery query)
    {
        if (string.IsNullOrEmpty(options.Value.Endpoint))
        {
            throw new InvalidOperationException("Shared data cannot be asked for: the setting CrossRegion__SharedData__Endpoint is missing.");
        }

        var path = $"shared-data/{Uri.EscapeDataString(query.DataItem)}/queries/{Uri.EscapeDataString(query.Key)}";
        return new Uri($"{options.Value.Endpoint.TrimEnd('/')}/{path}");
    }
}
