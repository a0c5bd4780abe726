using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Functions.Composition;
using CrossRegion.Functions.Intake;
using CrossRegion.Orchestrations.Inbox;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Tests.Backups;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Orchestrations.Tests.App;

/// <summary>
/// The whole app in this process, with its engine, store, queues and HTTP; only the clock, the provider of shared data and the
/// subscribers are the test's. When it ends, everything its subscribers heard must be by the schemas of docs/events.
/// </summary>
internal sealed class TestApp : IAsyncDisposable
{
    /// <summary>Attempts of an activity that reaches outside; the first wait is a second.</summary>
    public const int Attempts = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Waits of retries are at most this long; a waiting test goes through them at once.</summary>
    private static readonly TimeSpan Retries = TimeSpan.FromSeconds(5);

    private readonly Pulse _pulse;
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("crossregion-flow-");
    private readonly IReadOnlyList<string> _arguments;
    private readonly Action<IServiceCollection>? _change;
    private IHost _host = null!;
    private HttpClient _http = null!;

    private TestApp(Pulse pulse, ManualClock clock, IEnumerable<string> arguments, Action<IServiceCollection>? change)
    {
        (_pulse, Clock, _change) = (pulse, clock, change);
        (Provider, Subscribers) = (new FakeProvider(pulse), new FakeSubscribers(pulse));
        _arguments =
        [
            .. arguments, "--data", _directory.FullName, $"--CrossRegion:Retry:MaxAttempts={Attempts}", "--CrossRegion:Retry:FirstSeconds=1",
        ];
    }

    public ManualClock Clock { get; }

    public FakeProvider Provider { get; }

    public FakeSubscribers Subscribers { get; }

    /// <summary>Where it listens since it was started last.</summary>
    public int Port => _http.BaseAddress!.Port;

    public IServiceProvider Services => _host.Services;

    public CaseReader Reader => _host.Services.GetRequiredService<CaseReader>();

    public CaseInbox Inbox => _host.Services.GetRequiredService<CaseInbox>();

    public IntakeReader Intake => _host.Services.GetRequiredService<IntakeReader>();

    public DurableTaskClient Engine => _host.Services.GetRequiredService<DurableTaskClient>();

    /// <summary>Starts at ten in the morning of Monday, 2 March 2026, in Beijing.</summary>
    /// <param name="change">What a test wants to be otherwise.</param>
    public static Task<TestApp> StartAsync(Action<IServiceCollection>? change = null) => StartAsync([], change);

    /// <summary>The same with more settings, as arguments.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="change">What a test wants to be otherwise.</param>
    public static Task<TestApp> StartAsync(IEnumerable<string> settings, Action<IServiceCollection>? change = null)
    {
        var pulse = new Pulse();
        return StartAsync(pulse, NewClock(pulse), ["--port", "0", .. settings], change);
    }

    /// <summary>The clock of a test.</summary>
    public static ManualClock NewClock(Pulse pulse) => new(new DateTimeOffset(2026, 3, 2, 2, 0, 5, TimeSpan.Zero), pulse);

    /// <summary>The same beside others, that go by the same clock.</summary>
    /// <param name="pulse">Beats for all of them.</param>
    /// <param name="clock">Moves all of them.</param>
    /// <param name="arguments">Where it listens, and its settings.</param>
    /// <param name="change">What a test wants to be otherwise.</param>
    public static async Task<TestApp> StartAsync(
        Pulse pulse, ManualClock clock, IEnumerable<string> arguments, Action<IServiceCollection>? change = null)
    {
        var app = new TestApp(pulse, clock, arguments, change);
        await app.StartAgainAsync();
        return app;
    }

    /// <summary>Starts on the data that it has, after <see cref="StopAsync"/>.</summary>
    public async Task StartAgainAsync()
    {
        var builder = FunctionsApplication.CreateBuilder([.. _arguments]);
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        await builder.Services.AddCrossRegionAsync(builder.Configuration);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<ISharedDataProvider>(Provider);
        builder.Services.AddSingleton<ISubscribers>(Subscribers);
        var store = builder.Services.Last(service => service.ServiceType == typeof(IDocumentStore));
        builder.Services.AddSingleton<IDocumentStore>(services => new WatchedStore((IDocumentStore)store.ImplementationFactory!(services), _pulse));
        _change?.Invoke(builder.Services);
        _host = builder.Build();
        await _host.StartAsync();
        var keys = JsonNode.Parse(File.ReadAllText(Path.Combine(_directory.FullName, "keys.json")))!;
        _http = new HttpClient { BaseAddress = new Uri(_host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
        _http.DefaultRequestHeaders.Add("x-functions-key", (string)keys["functionKeys"]![0]!["value"]!);
    }

    /// <summary>Stops; what subscribers heard and the data stay.</summary>
    public async Task StopAsync()
    {
        _http.Dispose();
        await _host.StopAsync();
        _host.Dispose();
    }

    /// <summary>A copy of its data, which it is to have stopped for.</summary>
    public Backup BackUp() => Backup.Of(_directory.FullName);

    /// <summary>Posts an application and gives its number.</summary>
    public async Task<string> SubmitAsync(string sample) => (await PostAsync(Sample.Submission(sample))).ShouldBeAccepted();

    /// <summary>Posts an event as a province or a department would.</summary>
    public Task<Answer> PostAsync(JsonObject cloudEvent) => PostAsync("/api/events", "application/cloudevents+json", cloudEvent);

    public Task<Answer> EraseAsync(string number) =>
        PostAsync($"/api/operations/{number}/erase", "application/json", new JsonObject { ["reason"] = "申请人要求删除" });

    /// <summary>Looks for an applicant's cases with this body.</summary>
    public Task<Answer> SearchAsync(JsonObject body) => PostAsync("/api/applications/search", "application/json", body);

    public Task<Answer> ReplayAsync(string number) =>
        PostAsync($"/api/operations/{number}/replay", "application/json", new JsonObject { ["reason"] = "数据提供方已修复" });

    /// <summary>Imports a holiday notice as an operator would.</summary>
    public Task<Answer> ImportCalendarAsync(JsonObject notice) => PostAsync("/api/operations/calendars", "application/json", notice);

    /// <summary>Ten in the morning of that day in Beijing; everything that was due until then comes due at once.</summary>
    public void AdvanceTo(int month, int day) => Clock.Advance(new DateTimeOffset(2026, month, day, 2, 0, 30, TimeSpan.Zero) - Clock.GetUtcNow());

    /// <summary>Two minutes pass, in which the sweep finds what nobody has taken up.</summary>
    public void LetSweep()
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        Clock.Advance(TimeSpan.FromMinutes(1));
    }

    /// <summary>Approves for each department in turn, as soon as it is asked.</summary>
    public async Task ApproveAsync(string number, params string[] departments)
    {
        foreach (var department in departments)
        {
            await UntilAskedAsync(number, department);
            (await PostAsync(Sample.Approval(number, department))).ShouldBeAccepted();
        }
    }

    public Task<ApplicationView> UntilAskedAsync(string number, string department) =>
        UntilAsync(number, $"{department} asked", view => IsAsked(view, department));

    public Task<ApplicationView> UntilStageAsync(string number, string stage) => UntilAsync(number, $"stage {stage}", view => view.Stage.Code == stage);

    /// <summary>Until subscribers have been told of a step of this type.</summary>
    public Task UntilHeardAsync(string type, string subscriber = FakeSubscribers.Province) => UntilAsync(
        $"{type} heard by {subscriber}",
        () => Task.FromResult(HeardTypes(subscriber)),
        heard => heard.Contains(type),
        heard => string.Join(" ", heard));

    public Task<ApplicationView> UntilAsync(string number, string what, Func<ApplicationView, bool> isReached) => UntilAsync(
        $"{what} of {number}",
        async () => (await Reader.FindAsync(ApplicationNumber.Parse(number), CancellationToken.None)).ShouldNotBeNull(),
        isReached,
        view => $"stage {view.Stage.Code}, generation {view.Generation}, failure {view.Failure}, reviews {string.Join(" ", view.Reviews.Select(review => $"{review.Department}:{StateOf(view, review.Department)}"))}");

    /// <summary>Looks after everything that happens, going through the waits of retries; if in vain, says for what and what it saw.</summary>
    public async Task<T> UntilAsync<T>(string what, Func<Task<T>> look, Func<T, bool> isReached, Func<T, string> describe)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var next = _pulse.Next;
            var seen = await look();
            if (isReached(seen))
            {
                return seen;
            }

            if (Clock.TryAdvanceToNextTimer(Retries))
            {
                continue;
            }

            try
            {
                await next.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"Waited {Patience.TotalSeconds} s for {what} and saw: {describe(seen)}. It is {Clock.GetUtcNow():O}, timers are due at {Clock.Timers}.");
            }
        }
    }

    /// <summary>The end of the case's orchestration; the case itself may be over before.</summary>
    public async Task<OrchestrationRuntimeStatus> EndOfAsync(string instanceId)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return (await Engine.WaitForInstanceCompletionAsync(instanceId, patience.Token)).RuntimeStatus;
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"Waited {Patience.TotalSeconds} s for the end of {instanceId} and saw: {await Engine.GetInstanceAsync(instanceId)}.");
        }
    }

    /// <summary>The end of a generation that a replay begins.</summary>
    public async Task<OrchestrationRuntimeStatus> EndOfGenerationAsync(string number, int generation)
    {
        await UntilAsync(
            $"generation {generation} of {number}",
            () => Engine.GetInstanceAsync($"{number}.g{generation}"),
            instance => instance is not null,
            instance => instance?.ToString() ?? "nothing");
        return await EndOfAsync($"{number}.g{generation}");
    }

    /// <summary>Event types without prefix and version, in the order of arrival.</summary>
    public List<string> HeardTypes(string subscriber = FakeSubscribers.Province) =>
        [.. Subscribers.HeardBy(subscriber).Select(heard => heard.Type["gov.crossregion.".Length..^".v1".Length])];

    /// <summary>The data of the one event of a type. Events of different steps are told side by side, so it is waited for.</summary>
    public async Task<JsonNode> HeardAsync(string type)
    {
        await UntilHeardAsync(type);
        return Subscribers.HeardBy(FakeSubscribers.Province).Where(heard => heard.Type == $"gov.crossregion.{type}.v1").ShouldHaveSingleItem().Data;
    }

    public async Task<List<string>> StepsAsync(string number) =>
        [.. (await Reader.FindTimelineAsync(ApplicationNumber.Parse(number), CancellationToken.None)).ShouldNotBeNull().Entries.Select(entry => entry.Step.Code)];

    public static bool IsAsked(ApplicationView view, string department) => StateOf(view, department) is not ("waiting" or null);

    public static string? StateOf(ApplicationView view, string department)
    {
        var state = view.Reviews.SingleOrDefault(review => review.Department == department)?.State.ToString();
        return state is null ? null : char.ToLowerInvariant(state[0]) + state[1..];
    }

    /// <summary>Everything of an application as it stands in the file, whoever reads it open.</summary>
    public async Task<string> KeptTextAsync(string number)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_directory.FullName, "cases.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat(body, char(10)) FROM documents WHERE partition = $partition";
        command.Parameters.AddWithValue("$partition", number);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        var schemas = _host.Services.GetRequiredService<EventSchemas>();
        await StopAsync();
        _directory.Delete(recursive: true);
        foreach (var heard in Subscribers.HeardBy(FakeSubscribers.Province))
        {
            schemas.Validate(heard.Type, heard.Data.ToJsonString()).ShouldBeEmpty($"{heard.Type}: {heard.Data.ToJsonString()}");
        }
    }

    public async Task<Answer> PostAsync(string path, string mediaType, JsonNode body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue(mediaType));
        using var response = await _http.PostAsync(path, content);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer((int)response.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!);
    }
}
