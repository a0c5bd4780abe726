using System.Text;
using System.Text.Json.Nodes;
using CrossRegion.Adapters.Sqlite;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.Sealing;
using CrossRegion.Simulators;
using CrossRegion.Simulators.Platforms;
using CrossRegion.Simulators.Samples;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrossRegion.App.Tests.Personal;

/// <summary>
/// All samples go their way through the whole app; then everything that it wrote, logged, traced, told and shows is searched for what the
/// samples say of persons. Then persons are erased, and everything is searched for them again.
/// </summary>
public sealed class PersonalDataTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    /// <summary>Bytes of a wrapped key that must not be left together.</summary>
    private const int Piece = 12;

    private static readonly IReadOnlyList<Sample> Samples = SampleFolder.Load(SampleFolder.Default);
    private static readonly IReadOnlyList<string> Persons = [.. Samples.SelectMany(PersonalWords.OfPersons).Distinct()];
    private static readonly IReadOnlyList<string> Everything = [.. Persons, .. Samples.SelectMany(PersonalWords.Written).Distinct()];

    private readonly string _root = Directory.CreateTempSubdirectory("crossregion-personal-").FullName;
    private readonly CapturedLogs _logs = new();
    private readonly CapturedTraces _traces = new();
    private SimulatedProvinces _provinces = null!;
    private ThirdParty _thirdParty = null!;

    private string Data => Path.Combine(_root, "data");

    public async Task InitializeAsync()
    {
        _thirdParty = await ThirdParty.StartAsync();
        _provinces = await SimulatedProvinces.StartAsync(new SimulationOptions { Provinces = ["51", "50", "44", "45"] });
    }

    public async Task DisposeAsync()
    {
        await _provinces.DisposeAsync();
        await _thirdParty.DisposeAsync();
        _traces.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public async Task Nobody_is_found_where_nobody_should_be_and_an_erased_person_nowhere()
    {
        Persons.Count.ShouldBeGreaterThan(60); // the search looks for something
        Erasure medical, refused;
        await using (var host = await StartAsync())
        {
            var numbers = await PlayAsync(host);
            (await host.DeliverAsync(Samples.Single(sample => sample.Expect == Expectation.Rejected).Event)).ShouldBe(500); // its faults are logged
            SearchWhatWasTold();
            await SearchViewsAsync(host, numbers.Values);
            SearchFiles();

            medical = await EraseAsync(host, numbers["02-medical-insurance-transfer"]);
            refused = await EraseAsync(host, numbers["10-refused-by-a-department"]);
            SearchFor(medical);
            SearchFor(refused);
            await SearchViewsAsync(host, numbers.Values);
        }

        SearchLogs();
        SearchFiles();
        SearchEngine();
        await using (SqliteDocumentStore.Open(new SqliteDocumentStoreOptions { DataDirectory = Data }, NullLogger<SqliteDocumentStore>.Instance))
        {
            // Opened again, the store holds no trace of an index entry either.
        }

        SearchFor(medical);
        SearchFor(refused);
        AllFiles().Where(file => PersonalWords.FoundIn(file.Bytes, [medical.IndexValue, refused.IndexValue]).Count > 0).Select(file => file.Path).ShouldBeEmpty();
    }

    private Task<WatchedHost> StartAsync() => WatchedHost.StartAsync(
        Data, _provinces.HostSettings().Concat(_thirdParty.Settings(_provinces.Subscriptions.Count)), _logs);

    /// <summary>Files every sample and brings every case to its end; the numbers by sample.</summary>
    private async Task<IReadOnlyDictionary<string, string>> PlayAsync(WatchedHost host)
    {
        _provinces.Connect(host.Address, host.Key);
        Dictionary<string, string> numbers = [];
        foreach (var sample in Samples)
        {
            var submission = await _provinces.SubmitAsync(sample);
            if (submission is { Number: { } number, Duplicate: false })
            {
                numbers[sample.Name] = number;
                await EndAsync(host, submission, number);
            }
        }

        return numbers;
    }

    private async Task EndAsync(WatchedHost host, Submission submission, string number)
    {
        if (submission.Sample.Expect == Expectation.GrantedAfterReplay)
        {
            await UntilAsync(host, number, "fails", status => status.Failure is not null);
            _provinces.SharedData.Heal();
            await host.PostAsync($"/api/operations/{number}/replay", new JsonObject { ["reason"] = "提供方已恢复,为张三重放" });
        }

        await UntilAsync(host, number, "ends", status => status.Stage.Code == (submission.Sample.Evaluation is not null ? "evaluated" : status.Decision is null ? "notAccepted" : "delivered"));
        var cases = host.Services.GetRequiredService<CaseStore>();
        await UntilAsync(
            $"{number} told to everybody",
            () => cases.OpenPublicationsAsync(ApplicationNumber.Parse(number), CancellationToken.None),
            open => open.Count == 0,
            open => string.Join(' ', open));
    }

    private static Task UntilAsync(WatchedHost host, string number, string what, Func<Orchestrations.ReadModel.ApplicationView, bool> isReached) =>
        UntilAsync($"{number} {what}", () => host.StatusAsync(number), isReached, status => $"{status}");

    private static async Task UntilAsync<T>(string what, Func<Task<T>> look, Func<T, bool> isReached, Func<T, string> describe)
    {
        using var deadline = new CancellationTokenSource(Limit);
        var seen = await look();
        while (!isReached(seen))
        {
            deadline.IsCancellationRequested.ShouldBeFalse($"Waited {Limit} until {what} and saw: {describe(seen)}");
            seen = await look();
        }
    }

    private void SearchWhatWasTold()
    {
        var heard = string.Join('\n', _thirdParty.Heard);
        heard.ShouldContain("\"nameMasked\":\"渝*\""); // it hears of every case, and of nobody
        Find(heard, Persons).ShouldBeEmpty("told to a third party");
        var told = string.Join('\n', _provinces.Journal.Events.Select(received => received.Data.ToJsonString()));
        Find(told, Persons).ShouldBeEmpty("told to a province");
    }

    private void SearchLogs()
    {
        _logs.Text.Length.ShouldBeGreaterThan(100_000); // they are at their finest
        Find(_logs.Text, [.. Everything, "张三"]).ShouldBeEmpty("in the logs");
        _traces.Spans.ShouldContain("HandleApplication");
        Find(_traces.Spans, [.. Everything, "张三"]).ShouldBeEmpty("in the traces");
    }

    /// <summary>JSON for programs, pages for people, in both languages: masked everywhere.</summary>
    private static async Task SearchViewsAsync(WatchedHost host, IEnumerable<string> numbers)
    {
        List<string> paths = ["/api/applications", "/api/operations/failed", $"/api/portal?code={host.Key}"];
        paths.AddRange(numbers.SelectMany(number => (string[])
        [
            $"/api/applications/{number}", $"/api/applications/{number}/timeline", $"/api/portal/applications/{number}", $"/api/portal/applications/{number}?lang=en",
        ]));
        foreach (var path in paths)
        {
            Find(await host.GetAsync(path), Persons).ShouldBeEmpty(path);
        }
    }

    /// <summary>Everything in the data directory: the store with its log, queues, engine, keys, timers.</summary>
    private void SearchFiles()
    {
        var files = AllFiles();
        ((string[])["cases.db", "queues.db", "engine.db", "journal.db", "number.key"]).ShouldBeSubsetOf(files.Select(file => Path.GetFileName(file.Path)));
        foreach (var (path, bytes) in files)
        {
            PersonalWords.FoundIn(bytes, [.. Everything, "张三"]).ShouldBeEmpty(path);
        }
    }

    private void SearchEngine()
    {
        var rows = EngineFiles.Unpacked(Path.Combine(Data, "engine")).ToList();
        rows.Exists(row => row.AsSpan().IndexOf("HandleApplication"u8) >= 0).ShouldBeTrue("nothing was unpacked");
        foreach (var row in rows)
        {
            PersonalWords.FoundIn(row, [.. Everything, "张三"]).ShouldBeEmpty("in the engine");
        }
    }

    /// <summary>Erases, and notes what is to be found no more: the key as it was wrapped, and what the case was indexed under.</summary>
    private static async Task<Erasure> EraseAsync(WatchedHost host, string number)
    {
        var parsed = ApplicationNumber.Parse(number);
        var store = host.Services.GetRequiredService<IDocumentStore>();
        var key = CaseJson.Read<WrappedKey>((await store.ReadAsync(CaseDocuments.Key(parsed), CancellationToken.None))!.Body);
        var applicant = (await host.Services.GetRequiredService<CaseStore>().GetAsync(parsed, CancellationToken.None)).Applicant.Identifier!;
        var search = new JsonObject
        {
            ["identifier"] = new JsonObject { ["kind"] = applicant.Kind == HolderKind.ResidentId ? "resident-id" : "uscc", ["value"] = applicant.Value },
        };
        (await host.PostAsync("/api/applications/search", search.DeepClone())).ToJsonString().ShouldContain(number);

        await host.PostAsync($"/api/operations/{number}/erase", new JsonObject { ["reason"] = "申请人要求删除" });

        (await host.PostAsync("/api/applications/search", search)).ToJsonString().ShouldNotContain(number);
        (await host.StatusAsync(number)).Applicant.ShouldBeNull();
        return new Erasure(Convert.ToBase64String(key.Value), key.Value, host.Services.GetRequiredService<ApplicantIndex>().ValueOf(applicant));
    }

    /// <summary>Without the key, nothing that is sealed opens: no piece of it is in any file, not in free pages, not in a log.</summary>
    private void SearchFor(Erasure erasure)
    {
        foreach (var (path, bytes) in AllFiles())
        {
            foreach (var secret in (byte[][])[erasure.Key, Encoding.ASCII.GetBytes(erasure.KeyText)])
            {
                for (var i = 0; i + Piece <= secret.Length; i += Piece)
                {
                    bytes.AsSpan().IndexOf(secret.AsSpan(i, Piece)).ShouldBe(-1, $"a piece of the key is in {path}");
                }
            }
        }
    }

    private static List<string> Find(string text, IEnumerable<string> words) => PersonalWords.FoundIn(Encoding.UTF8.GetBytes(text), words);

    private List<(string Path, byte[] Bytes)> AllFiles() => [.. Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories)
        .Where(path => !path.EndsWith(".lock", StringComparison.Ordinal))
        .Select(path => (path, ReadShared(path)))];

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }

    private sealed record Erasure(string KeyText, byte[] Key, string IndexValue);
}
