using CrossRegion.Embedded.Functions.Keys;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;

namespace CrossRegion.Embedded.Functions.Durable;

/// <summary>
/// Makes the client for [DurableClient] parameters. Its address is <c>WEBSITE_HOSTNAME</c> as on Azure, else where this host
/// listens (known once it does).
/// </summary>
internal sealed class FunctionsDurableTaskClients(DurableTaskClient client, KeyRing keys, IConfiguration configuration, IServer server)
{
    private FunctionsDurableTaskClient? _made;

    public DurableTaskClient Client => _made ?? Make();

    private FunctionsDurableTaskClient Make()
    {
        string? address = configuration["WEBSITE_HOSTNAME"] is { Length: > 0 } host
            ? $"http://{host}"
            : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        FunctionsDurableTaskClient made = new(
            client, (address ?? "http://127.0.0.1:7071").TrimEnd('/') + DurableAddresses.WebHook, $"code={Uri.EscapeDataString(keys.DurableTask)}");
        if (address is not null)
        {
            _made = made;
        }

        return made;
    }
}
