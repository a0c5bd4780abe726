using System.Text.Json.Nodes;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.ReadModel;
using Microsoft.AspNetCore.Http;

namespace CrossRegion.Cli.Tests.Commands;

public sealed class SimulateCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crossregion-simulate-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_settings_of_the_host_are_printed_for_the_filing_provinces_and_all_departments()
    {
        var run = await CommandRun.OfAsync("simulate", "--settings", "--province", "51", "--port", "7099");

        run.ExitCode.ShouldBe(0);
        var settings = run.Output.Split('\n').Select(line => line.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[1].TrimEnd('\r'));
        settings["CrossRegion__SharedData__Endpoint"].ShouldBe("http://127.0.0.1:7099/");
        var names = settings.Where(setting => setting.Key.EndsWith("__Name", StringComparison.Ordinal)).Select(setting => setting.Value).ToList();
        names.ShouldBe(
            from province in (string[])["44", "45", "50", "51"]
            from system in (string[])["platform", "departments", "notices"]
            select $"{system}-{province}");
        settings.Values.ShouldContain("http://127.0.0.1:7099/provinces/45/departments");
    }

    [Fact]
    public async Task Everything_wrong_with_a_faults_file_is_told_at_once()
    {
        var run = await RunAsync("""{"notices":{"answers":{"lost":2}},"departments":{"time":{"unit":"weeks","constant":1}},"extra":1}""", "http://127.0.0.1:1");

        run.ExitCode.ShouldBe(1);
        var lines = run.Error.Split('\n', StringSplitOptions.TrimEntries);
        lines[0].ShouldContain("3 faults");
        lines[1..].Select(line => line.Split(':')[0]).ShouldBe(
            ["faults.json#/notices/answers/lost", "faults.json#/departments/time/unit", "faults.json#/extra"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_faults_file_that_is_not_there_is_told_in_one_sentence()
    {
        var run = await CommandRun.OfAsync("simulate", "--faults", "no-such.json", "--key", "any");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("no-such.json");
        run.Error.Split('\n').Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_host_that_is_not_there_is_told_in_one_sentence_before_anything_begins()
    {
        var run = await RunAsync("{}", "http://127.0.0.1:1");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("does not answer");
        run.Error.Split('\n').Length.ShouldBe(1);
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_last_line_counts_and_a_host_that_tells_the_provinces_nothing_is_noticed()
    {
        await using var host = await HostAnsweringAsync(_ => Results.Json(
            new { accepted = new[] { new { id = "x", applicationNumber = Views.Number.Value, duplicate = false } } }, statusCode: 202));

        var run = await RunAsync("{}", host.Address.ToString());

        run.ExitCode.ShouldBe(0, run.Output + run.Error);
        var lines = run.Output.Split('\n');
        lines[^2].ShouldContain("simulate --settings");
        var summary = JsonNode.Parse(lines[^1])!;
        ((int)summary["sent"]!, (int)summary["accepted"]!, (int)summary["granted"]!).ShouldBe((4, 4, 4));
        ((double)summary["latencyMs"]!["max"]!).ShouldBeGreaterThan(0);
        summary["faults"]!.AsObject().ShouldBeEmpty();
        host.Requests.Count(request => request.Request == "POST /api/events").ShouldBe(4);
    }

    [Fact]
    public async Task A_host_that_refuses_applications_ends_it_with_1()
    {
        await using var host = await HostAnsweringAsync(_ => Results.Problem("no", statusCode: 422));

        var run = await RunAsync("{}", host.Address.ToString());

        run.ExitCode.ShouldBe(1);
        var summary = JsonNode.Parse(run.Output.Split('\n')[^1])!;
        ((int)summary["rejected"]!, (int)summary["accepted"]!).ShouldBe((4, 0));
    }

    [Fact]
    public async Task A_case_that_ends_otherwise_than_its_applicant_chose_is_named()
    {
        await using var host = await HostAnsweringAsync(_ => Results.Json(
            new { accepted = new[] { new { id = "x", applicationNumber = Views.Number.Value, duplicate = false } } }, statusCode: 202));

        var run = await RunAsync("""{"outcomes":{"refused":1}}""", host.Address.ToString());

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("should be Refused");
        ((int)JsonNode.Parse(run.Output.Split('\n')[^1])!["wrong"]!).ShouldBe(4);
    }

    [Fact]
    public async Task Beside_stamps_each_province_files_with_its_own()
    {
        await using var sichuan = await StampAsync("51");
        await using var chongqing = await StampAsync("50");
        await using var others = await StampAsync("44");
        await StampsAsync(("""["51"]""", "51", sichuan), ("""["50"]""", "50", chongqing), ("""["44","45"]""", "44", others));

        var run = await CommandRun.OfAsync(
            "simulate", "--data", _folder.FullName, "--province", "51,50,44", "--rate", "100", "--duration", "0.3", "--wait", "30", "--port", $"{FreePort.Find()}");

        run.Output.ShouldContain(chongqing.Address.ToString(), customMessage: run.Error);
        ((int)JsonNode.Parse(run.Output.Split('\n')[^1])!["accepted"]!).ShouldBe(30, run.Output);
        foreach (var (stamp, province) in (IEnumerable<(FakeHost, string)>)[(sichuan, "51"), (chongqing, "50"), (others, "44")])
        {
            var sources = stamp.Requests.Where(request => request.Request == "POST /api/events").Select(request => (string?)request.Body!["source"]).ToList();
            sources.ShouldNotBeEmpty();
            sources.ShouldAllBe(source => source == $"urn:gov:cn:{province}:zwfw");
        }
    }

    [Fact]
    public async Task Who_has_no_stamp_files_with_the_first()
    {
        await using var sichuan = await StampAsync("51");
        await using var others = await StampAsync("50");
        await StampsAsync(("""["51"]""", "51", sichuan), ("""["50","44","45"]""", "50", others));
        var faults = Path.Combine(_folder.FullName, "faults.json");
        await File.WriteAllTextAsync(faults, """{"outcomes":{"notCompetent":1}}""");

        await CommandRun.OfAsync(
            "simulate", "--data", _folder.FullName, "--province", "50", "--rate", "20", "--duration", "0.2", "--wait", "5", "--faults", faults, "--port", $"{FreePort.Find()}");

        sichuan.Requests.Where(request => request.Request == "POST /api/events").Select(request => (string?)request.Body!["source"])
            .ShouldBe(Enumerable.Repeat("urn:gov:cn:11:zwfw", 4));
        others.Requests.ShouldNotContain(request => request.Request == "POST /api/events");
    }

    [Fact]
    public async Task Where_a_case_is_handled_it_is_looked_at()
    {
        await using var all = await StampAsync("51");
        await using var guangdong = await StampAsync("44");
        await StampsAsync(("""["51","50","45"]""", "51", all), ("""["44"]""", "44", guangdong));

        await CommandRun.OfAsync(
            "simulate", "--data", _folder.FullName, "--province", "51", "--rate", "100", "--duration", "0.3", "--wait", "30", "--port", $"{FreePort.Find()}");

        all.Requests.ShouldContain(request => request.Request.StartsWith("GET /api/applications/", StringComparison.Ordinal));
        guangdong.Requests.ShouldContain(request => request.Request.StartsWith("GET /api/applications/", StringComparison.Ordinal));
        guangdong.Requests.ShouldNotContain(request => request.Request.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_province_without_a_stamp_cannot_file()
    {
        await using var sichuan = await StampAsync("51");
        await StampsAsync(("""["51"]""", "51", sichuan));

        var run = await CommandRun.OfAsync("simulate", "--data", _folder.FullName, "--province", "51,50,31");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("no stamp of 50, 31");
        sichuan.Requests.ShouldBeEmpty();
    }

    /// <summary>A host that gives each application a number of its own, of the province that files it.</summary>
    private static Task<FakeHost> StampAsync(string province) => HostAnsweringAsync(body => Results.Json(
        new
        {
            accepted = new[]
            {
                new { id = "x", applicationNumber = ApplicationNumber.Derive(ProvinceCode.Parse(province), "urn:x", (string)body!["subject"]!, new byte[32]).Value, duplicate = false },
            },
        },
        statusCode: 202));

    /// <summary>What <c>crossregion stamps</c> leaves in its data directory.</summary>
    private async Task StampsAsync(params (string Provinces, string Data, FakeHost Host)[] stamps)
    {
        foreach (var (_, data, _) in stamps)
        {
            var folder = _folder.CreateSubdirectory(data);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "keys.json"), $$"""{"functionKeys":[{"value":"{{FakeHost.Key}}"}]}""");
        }
        var entries = stamps.Select(stamp => $$"""{"provinces":{{stamp.Provinces}},"address":"{{stamp.Host.Address}}","data":"{{stamp.Data}}"}""");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "stamps.json"), $$"""{"stamps":[{{string.Join(',', entries)}}]}""");
    }

    /// <summary>A host whose every case has been granted.</summary>
    private static Task<FakeHost> HostAnsweringAsync(Func<JsonNode?, IResult> toEvent) => FakeHost.StartAsync((request, body) => request.Method == "POST"
        ? toEvent(body)
        : request.Path.StartsWithSegments("/api/operations/failed")
            ? Results.Json(new FailedApplicationList([], null), ReadModelJson.Wire)
            : Results.Json(Views.Granted(), ReadModelJson.Wire));

    private async Task<CommandRun> RunAsync(string faults, string host)
    {
        var file = Path.Combine(_folder.FullName, "faults.json");
        await File.WriteAllTextAsync(file, faults);
        return await CommandRun.OfAsync(
            "simulate", "--host", host, "--key", FakeHost.Key, "--faults", file, "--rate", "20", "--duration", "0.2", "--wait", "5", "--port", $"{FreePort.Find()}");
    }
}
