using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Simulators;

/// <summary>A web server on this machine that says nothing and lives as long as its owner wants.</summary>
internal static class LocalServer
{
    /// <param name="address">Where it listens.</param>
    /// <param name="port">0: any free one.</param>
    public static WebApplication Create(IPAddress address, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(address, port));
        // Ctrl+C belongs to the program that plays.
        builder.Services.AddSingleton<IHostLifetime, OwnerLifetime>();
        return builder.Build();
    }

    /// <summary>Where it listens, once it is started.</summary>
    public static Uri AddressOf(WebApplication server) =>
        new(server.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
}
