using System.Text.Json;
using System.Text.Json.Nodes;
using CrossRegion.Simulators.Departments;
using CrossRegion.Simulators.Events;
using CrossRegion.Simulators.Faults;
using CrossRegion.Simulators.Journals;
using CrossRegion.Simulators.Notices;
using CrossRegion.Simulators.Platforms;
using CrossRegion.Simulators.Reserved;
using CrossRegion.Simulators.Samples;
using CrossRegion.Simulators.SharedData;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

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
    private readonly IReadOnlyList<string> _played;
    private readonly HostConnection _host;
    private readonly IReadOnlyList<ReceivedEvent> _toTakeUp;
    private readonly Background _background = new();
    private readonly FaultyAnswers _providerAnswers;
    private readonly IReadOnlyDictionary<string, FaultyAnswers> _answers;

    private SimulatedProvinces(SimulationOptions options)
    {
        var chance = new Chance(options.Seed);
        var thought = new Thought(options, chance);
        var applicants = new KnownApplicants();
        var plan = options.Faults;
        Journal = new Journal(options.JournalFile);
        _played = options.Provinces;
        _host = new HostConnection(options.Time);
        SharedData = new SharedDataProvider(applicants);
        Platforms = new ProvincialPlatforms(
            Posts("platforms", plan.Platforms), applicants, thought, plan.Platforms.Time, _background, options.Time);
        Departments = new DepartmentSystems(
            Posts("departments", plan.Departments), Platforms, applicants, thought, plan.Departments.Time, _background, options.Time);
        _providerAnswers = Answers("providers", plan.Providers);
        _answers = new Dictionary<string, FaultyAnswers>
        {
            [PlatformSystem] = Answers("platforms", plan.Platforms),
            [DepartmentSystem] = Answers("departments", plan.Departments),
            [Notices] = Answers("notices", plan.Notices),
        };
        _toTakeUp = Journal.Events;
        foreach (var notice in _toTakeUp.Where(received => SystemOf(received) == Notices))
        {
            NoticeGateway.Receive(ProvinceOf(notice), notice);
        }
        _server = LocalServer.Create(options.Address, options.Port);
        Route();

        FaultyPosts Posts(string system, SystemFaults faults) => new(system, faults.Posts, _host, chance, _background, options.Time, Faults);

        FaultyAnswers Answers(string system, SystemFaults faults) => new(system, faults.Answers, chance, options.Time, Faults);
    }

    /// <summary>Everything received, for the checks.</summary>
    public Journal Journal { get; }

    public ProvincialPlatforms Platforms { get; }

    public DepartmentSystems Departments { get; }

    public NoticeGateway NoticeGateway { get; } = new();

    public SharedDataProvider SharedData { get; }

    /// <summary>What went wrong on purpose.</summary>
    public FaultLog Faults { get; } = new();

    /// <summary>Where the simulated systems listen.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Setting <c>CrossRegion__SharedData__Endpoint</c> of the host.</summary>
    public Uri SharedDataEndpoint => Address;

    /// <summary>The webhooks the host must know, in a stable order.</summary>
    public IReadOnlyList<Subscription> Subscriptions { get; private set; } = [];

    /// <summary>Starts listening. Nothing is sent before <see cref="Connect(Uri, string)"/>.</summary>
    public static async Task<SimulatedProvinces> StartAsync(SimulationOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new SimulationOptions();
        options.Validate();
        var provinces = new SimulatedProvinces(options);
        await provinces._server.StartAsync(cancellation);
        provinces.Address = LocalServer.AddressOf(provinces._server);
        provinces.Subscriptions = [.. options.Provinces.SelectMany(province => SubscriptionsOf(province, provinces.Address))];
        return provinces;
    }

    /// <summary>Tells the provinces where the host is and the key its event endpoint wants. It may not be up yet, or go down: they wait.</summary>
    public void Connect(Uri host, string functionKey) => _host.Connect(HostConnection.EveryProvince, host, functionKey);

    /// <summary>
    /// The same for provinces that have a stamp of their own: their platforms and departments post to it. To be told before the host of all
    /// others, if there is one.
    /// </summary>
    public void Connect(Uri host, string functionKey, IEnumerable<string> provinces)
    {
        foreach (var province in Played(provinces))
        {
            _host.Connect(province, host, functionKey);
        }
    }

    /// <summary>The settings (environment variables) that make a host talk to these provinces.</summary>
    public IReadOnlyDictionary<string, string> HostSettings() => HostSettings(Address, Subscriptions);

    /// <summary>The same for the stamp of some of them.</summary>
    public IReadOnlyDictionary<string, string> HostSettings(IEnumerable<string> provinces) => HostSettings(Address, Played(provinces));

    /// <summary>The same for provinces that are yet to be started at an address.</summary>
    public static IReadOnlyDictionary<string, string> HostSettings(Uri address, IEnumerable<string> provinces) =>
        HostSettings(address, provinces.SelectMany(province => SubscriptionsOf(province, address)));

    private static Dictionary<string, string> HostSettings(Uri address, IEnumerable<Subscription> subscriptions)
    {
        var settings = subscriptions.SelectMany((subscription, index) => subscription.ToSettings(index)).ToDictionary();
        settings["CrossRegion__SharedData__Endpoint"] = address.ToString();
        return settings;
    }

    /// <summary>Files a sample's application; departments, provider and applicant will behave as the sample says.</summary>
    public Task<Submission> SubmitAsync(Sample sample, CancellationToken cancellation = default)
    {
        SharedData.Reserve(sample);
        return Platforms.SubmitAsync(sample, cancellation);
    }

    /// <summary>Files an application of a province.</summary>
    public Task<HostAnswer> FileAsync(Filing filing, CancellationToken cancellation = default) => Platforms.FileAsync(filing, cancellation);

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

    /// <summary>When the provinces have said all they want to say for now, and have their answers.</summary>
    public Task IdleAsync() => _background.IdleAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _background.DisposeAsync();
        _host.Dispose();
        Journal.Dispose();
    }

    private void Route()
    {
        foreach (var system in (string[])[PlatformSystem, DepartmentSystem, Notices])
        {
            _server.MapPost($"/provinces/{{province}}/{system}", (string province, HttpRequest request) =>
                ReceiveAsync($"{system}-{province}", request));
        }
        _server.MapPut("/shared-data/{dataItem}/queries/{key}", (string dataItem, string key, JsonObject query, HttpContext http) =>
            _providerAnswers.AnswerAsync($"{(string?)query["holderIdentifier"]}/{dataItem}", http, () => SharedData.Ask(dataItem, key, query)));
        _server.MapGet("/shared-data/{dataItem}/queries/{key}", (string dataItem, string key) => SharedData.Recall(key));
        _server.MapPost("/control/heal", SharedData.Heal);
    }

    /// <exception cref="ArgumentException">One of them is not played.</exception>
    private List<string> Played(IEnumerable<string> provinces)
    {
        var named = provinces.ToList();
        return named.Except(_played).FirstOrDefault() is { } other
            ? throw new ArgumentException($"Province {other} is not played.", nameof(provinces))
            : named;
    }

    private static IEnumerable<Subscription> SubscriptionsOf(string province, Uri address)
    {
        yield return Subscribe(PlatformSystem, [EventType.SupplementRequested, EventType.EvaluationInvited]);
        yield return Subscribe(DepartmentSystem, [EventType.ReviewRequested]);
        yield return Subscribe(Notices, EventType.Notices);

        Subscription Subscribe(string system, IReadOnlyList<string> types) =>
            new($"{system}-{province}", new Uri(address, $"/provinces/{province}/{system}"), types, [province]);
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
        var (http, system) = (request.HttpContext, _answers[SystemOf(received)]);
        if (!system.Any)
        {
            return Take(received);
        }
        var filing = await Platforms.FilingOfAsync(received.Number, http.RequestAborted);
        var matter = $"{receiver}/{filing?.Reference ?? received.Number}/{received.Type}/{received.Department}";
        return await system.AnswerAsync(matter, http, () => Take(received));
    }

    private IResult Take(ReceivedEvent received)
    {
        if (Journal.Note(received))
        {
            if (SystemOf(received) == Notices)
            {
                NoticeGateway.Receive(ProvinceOf(received), received);
            }
            Act(received);
        }
        return Results.NoContent();
    }

    private void Act(ReceivedEvent received)
    {
        switch (SystemOf(received))
        {
            case PlatformSystem:
                Platforms.Receive(ProvinceOf(received), received);
                break;
            case DepartmentSystem:
                Departments.Receive(ProvinceOf(received), received);
                break;
            default:
                Platforms.Read(ProvinceOf(received), received);
                break;
        }
    }

    private static string SystemOf(ReceivedEvent received) => received.Receiver[..^3];

    private static string ProvinceOf(ReceivedEvent received) => received.Receiver[^2..];
}
