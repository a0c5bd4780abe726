using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossRegion.Simulators.Departments;
using CrossRegion.Simulators.Events;
using CrossRegion.Simulators.Journals;
using CrossRegion.Simulators.Notices;
using CrossRegion.Simulators.Platforms;
using CrossRegion.Simulators.Samples;
using CrossRegion.Simulators.SharedData;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Simulators;

/// <summary>
/// Provinces played over real HTTP: their platforms, departments, notice gateways and the providers of shared data. Start them, tell
/// the host their <see cref="Subscriptions"/> and <see cref="SharedDataEndpoint"/>, connect them to the host, submit samples, and read
/// in the <see cref="Journal"/> what the outside world saw.
/// </summary>
public sealed class SimulatedProvinces : IAsyncDisposable
{
    private const string NoticesPrefix = "notices-";

    private readonly WebApplication _server;
    private readonly HostConnection _host;
    private readonly Background _background = new();

    private SimulatedProvinces(SimulationOptions options)
    {
        var thought = new Thought(options);
        Journal = new Journal(options.JournalFile);
        _host = new HostConnection(options.Time);
        Platforms = new ProvincialPlatforms(_host, thought, _background, options.Time);
        Departments = new DepartmentSystems(_host, Platforms, thought, _background, options.Time);
        foreach (var received in Journal.Events.Where(received => received.Receiver.StartsWith(NoticesPrefix, StringComparison.Ordinal)))
        {
            NoticeGateway.Receive(received.Receiver[NoticesPrefix.Length..], received);
        }
        _server = CreateServer(options.Port);
        Route();
    }

    /// <summary>Everything received, for the checks.</summary>
    public Journal Journal { get; }

    public ProvincialPlatforms Platforms { get; }

    public DepartmentSystems Departments { get; }

    public NoticeGateway NoticeGateway { get; } = new();

    public SharedDataProvider SharedData { get; } = new();

    /// <summary>Where the simulated systems listen.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Setting <c>CrossRegion__SharedData__Endpoint</c> of the host.</summary>
    public Uri SharedDataEndpoint => Address;

    /// <summary>The webhooks the host must know, in a stable order.</summary>
    public IReadOnlyList<Subscription> Subscriptions { get; private set; } = [];

    /// <summary>Starts listening. Nothing is sent before <see cref="Connect"/>.</summary>
    public static async Task<SimulatedProvinces> StartAsync(SimulationOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new SimulationOptions();
        options.Validate();
        var provinces = new SimulatedProvinces(options);
        await provinces._server.StartAsync(cancellation);
        provinces.Address = new Uri(
            provinces._server.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
        provinces.Subscriptions = [.. options.Provinces.SelectMany(provinces.SubscriptionsOf)];
        return provinces;
    }

    /// <summary>Tells the provinces where the host is and the key its event endpoint wants. It may not be up yet, or go down: they wait.</summary>
    public void Connect(Uri host, string functionKey) => _host.Connect(host, functionKey);

    /// <summary>The settings (environment variables) that make a host talk to these provinces.</summary>
    public IReadOnlyDictionary<string, string> HostSettings()
    {
        var settings = Subscriptions.SelectMany((subscription, index) => subscription.ToSettings(index)).ToDictionary();
        settings["CrossRegion__SharedData__Endpoint"] = SharedDataEndpoint.ToString();
        return settings;
    }

    /// <summary>Files a sample's application; departments, provider and applicant will behave as the sample says.</summary>
    public Task<Submission> SubmitAsync(Sample sample, CancellationToken cancellation = default)
    {
        SharedData.Reserve(sample);
        return Platforms.SubmitAsync(sample, cancellation);
    }

    /// <summary>
    /// Takes up what provinces were asked before they were started, as the status of an application shows it
    /// (<c>GET /api/applications/{number}</c>): open reviews, an open request for supplement, an open invitation to rate.
    /// What is already being dealt with is not begun again.
    /// </summary>
    public void TakeUp(JsonNode status)
    {
        var number = (string)status["number"]!;
        var province = (string)status["province"]!;
        foreach (var review in status["reviews"]?.AsArray() ?? [])
        {
            if ((string?)review?["state"] == "requested")
            {
                Departments.Take((string)review["province"]!, number, (string)review["department"]!);
            }
        }
        switch ((string?)status["stage"]?["code"])
        {
            case "supplementRequested":
                Platforms.Supplement(province, number);
                break;
            case "delivered" or "notAccepted" or "notRequired":
                Platforms.Evaluate(province, number);
                break;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _background.DisposeAsync();
        _host.Dispose();
        Journal.Dispose();
    }

    private static WebApplication CreateServer(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        // Ctrl+C belongs to the program that plays the provinces.
        builder.Services.AddSingleton<IHostLifetime, OwnerLifetime>();
        return builder.Build();
    }

    private void Route()
    {
        _server.MapPost("/provinces/{province}/platform", (string province, HttpRequest request) =>
            ReceiveAsync($"platform-{province}", request, received => Platforms.Receive(province, received)));
        _server.MapPost("/provinces/{province}/departments", (string province, HttpRequest request) =>
            ReceiveAsync($"departments-{province}", request, received => Departments.Receive(province, received)));
        _server.MapPost("/provinces/{province}/notices", (string province, HttpRequest request) =>
            ReceiveAsync($"{NoticesPrefix}{province}", request, received => NoticeGateway.Receive(province, received)));
        _server.MapPut("/shared-data/{dataItem}/queries/{key}", (string dataItem, string key, JsonObject query) =>
            SharedData.Ask(dataItem, key, query));
        _server.MapGet("/shared-data/{dataItem}/queries/{key}", (string dataItem, string key) => SharedData.Recall(key));
        _server.MapPost("/control/heal", SharedData.Heal);
    }

    private IEnumerable<Subscription> SubscriptionsOf(string province)
    {
        yield return Subscribe("platform", [EventType.SupplementRequested, EventType.EvaluationInvited]);
        yield return Subscribe("departments", [EventType.ReviewRequested]);
        yield return Subscribe("notices", EventType.Notices);

        Subscription Subscribe(string system, IReadOnlyList<string> types) =>
            new($"{system}-{province}", new Uri(Address, $"/provinces/{province}/{system}"), types, [province]);
    }

    private async Task<IResult> ReceiveAsync(string receiver, HttpRequest request, Action<ReceivedEvent> act)
    {
        ReceivedEvent received;
        try
        {
            received = ReceivedEvent.Parse(
                receiver, await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted));
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            return Results.BadRequest(exception.Message);
        }
        if (Journal.Note(received))
        {
            act(received);
        }
        return Results.NoContent();
    }
}
