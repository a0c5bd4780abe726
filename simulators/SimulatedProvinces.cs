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
    private const string Notices = "notices";
    private const string PlatformSystem = "platform";
    private const string DepartmentSystem = "departments";

    private readonly WebApplication _server;
    private readonly HostConnection _host;
    private readonly IReadOnlyList<ReceivedEvent> _toTakeUp;
    private readonly Background _background = new();

    private SimulatedProvinces(SimulationOptions options)
    {
        var thought = new Thought(options);
        Journal = new Journal(options.JournalFile);
        _host = new HostConnection(options.Time);
        Platforms = new ProvincialPlatforms(_host, thought, _background, options.Time);
        Departments = new DepartmentSystems(_host, Platforms, thought, _background, options.Time);
        var held = Journal.Events.ToLookup(received => received.Receiver.StartsWith(Notices, StringComparison.Ordinal));
        _toTakeUp = [.. held[false]];
        foreach (var notice in held[true])
        {
            Act(notice);
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
    /// Acts on what the journal file held when the provinces were started: what they were asked then, and may not have answered.
    /// An answer that was given is given again under the same event id, so the host knows it. To be called once the samples are filed.
    /// </summary>
    public void TakeUp()
    {
        foreach (var received in _toTakeUp)
        {
            Act(received);
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
        foreach (var system in (string[])[PlatformSystem, DepartmentSystem, Notices])
        {
            _server.MapPost($"/provinces/{{province}}/{system}", (string province, HttpRequest request) =>
                ReceiveAsync($"{system}-{province}", request));
        }
        _server.MapPut("/shared-data/{dataItem}/queries/{key}", (string dataItem, string key, JsonObject query) =>
            SharedData.Ask(dataItem, key, query));
        _server.MapGet("/shared-data/{dataItem}/queries/{key}", (string dataItem, string key) => SharedData.Recall(key));
        _server.MapPost("/control/heal", SharedData.Heal);
    }

    private IEnumerable<Subscription> SubscriptionsOf(string province)
    {
        yield return Subscribe(PlatformSystem, [EventType.SupplementRequested, EventType.EvaluationInvited]);
        yield return Subscribe(DepartmentSystem, [EventType.ReviewRequested]);
        yield return Subscribe(Notices, EventType.Notices);

        Subscription Subscribe(string system, IReadOnlyList<string> types) =>
            new($"{system}-{province}", new Uri(Address, $"/provinces/{province}/{system}"), types, [province]);
    }

    private async Task<IResult> ReceiveAsync(string receiver, HttpRequest request)
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
            Act(received);
        }
        return Results.NoContent();
    }

    private void Act(ReceivedEvent received)
    {
        var (system, province) = (received.Receiver[..^3], received.Receiver[^2..]);
        switch (system)
        {
            case PlatformSystem:
                Platforms.Receive(province, received);
                break;
            case DepartmentSystem:
                Departments.Receive(province, received);
                break;
            default:
                NoticeGateway.Receive(province, received);
                break;
        }
    }
}
