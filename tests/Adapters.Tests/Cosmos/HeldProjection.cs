using CrossRegion.Adapters.Cosmos;
using CrossRegion.Adapters.Tests.Cosmos.Gateway;

namespace CrossRegion.Adapters.Tests.Cosmos;

/// <summary>A projection of which one request has arrived at the gateway and is held there.</summary>
internal sealed class HeldProjection
{
    private readonly TaskCompletionSource<GatewayFault?> _answer;
    private readonly Task _projecting;

    private HeldProjection(string id, TaskCompletionSource<GatewayFault?> answer, Task projecting) =>
        (Id, _answer, _projecting) = (id, answer, projecting);

    /// <summary>The document that is being projected.</summary>
    public string Id { get; }

    /// <summary>Holds the projection at that request, counted from 0; null when it ended before.</summary>
    public static async Task<HeldProjection?> StartAsync(CosmosGateway gateway, DocumentItem change, int at, Func<DocumentItem, Task> projectAsync)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource<GatewayFault?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var requests = 0;
        gateway.Fault = _ =>
        {
            if (requests++ != at)
            {
                return default;
            }

            arrived.SetResult();
            return new(answer.Task);
        };
        var projecting = projectAsync(change);
        if (await Task.WhenAny(projecting, arrived.Task) == arrived.Task)
        {
            return new HeldProjection(change.Key.Id, answer, projecting);
        }

        await projecting;
        gateway.Fault = _ => default;
        return null;
    }

    /// <summary>Lets it go on to its end.</summary>
    public Task GoOnAsync()
    {
        _answer.SetResult(null);
        return _projecting;
    }

    /// <summary>Lets it go no further than this request, which is carried out or not.</summary>
    public Task StopAsync(bool applied)
    {
        _answer.SetResult(new GatewayFault(FaultAnswer.Unavailable, applied));
        return Should.ThrowAsync<IOException>(() => _projecting);
    }
}
