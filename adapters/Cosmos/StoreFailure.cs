using System.Net;
using Azure.Identity;
using Microsoft.Azure.Cosmos;

namespace CrossRegion.Adapters.Cosmos;

/// <summary>Says in the port's words what the service says in status codes.</summary>
internal static class StoreFailure
{
    /// <summary>Runs a call of the client; every way it has of not reaching the service, or of being refused, becomes an <see cref="IOException"/>.</summary>
    /// <param name="call">Gets a token that also ends the call when its time is up.</param>
    /// <param name="timeout">How long it may take.</param>
    /// <param name="cancellation">The caller's own.</param>
    public static async Task<T> ExplainAsync<T>(Func<CancellationToken, Task<T>> call, TimeSpan timeout, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(timeout);
        try
        {
            return await call(time.Token).ConfigureAwait(false);
        }
        catch (CosmosException failure)
        {
            throw Explain(failure.StatusCode, failure);
        }
        catch (OperationCanceledException failure) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException($"Cosmos DB did not answer within {timeout.TotalSeconds} s.", failure);
        }
        catch (Exception failure) when (failure is HttpRequestException or AuthenticationFailedException)
        {
            throw new IOException("Cosmos DB could not be reached.", failure);
        }
    }

    public static IOException Explain(HttpStatusCode status, Exception? cause = null) => new(
        status switch
        {
            HttpStatusCode.TooManyRequests => "Cosmos DB still throttles (429): the container's throughput is used up.",
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                $"Cosmos DB refuses this key or identity ({(int)status}): it needs the role Cosmos DB Built-in Data Contributor.",
            HttpStatusCode.NotFound => "Cosmos DB has no such database or container; infra/modules/cases.bicep makes them.",
            HttpStatusCode.RequestEntityTooLarge => "Cosmos DB takes no batch of this size (413).",
            _ => $"Cosmos DB answered {(int)status}.",
        },
        cause);
}
