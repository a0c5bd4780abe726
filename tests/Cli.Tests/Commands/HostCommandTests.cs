using System.Text.Json.Nodes;
using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Simulators.Samples;
using Microsoft.AspNetCore.Http;

namespace CrossRegion.Cli.Tests.Commands;

public sealed class HostCommandTests
{
    private static readonly string Number = Views.Number.Value;

    [Fact]
    public async Task Failed_shows_all_pages()
    {
        await using var host = await FakeHost.StartAsync((request, _) => request.Query["continuation"] == "next page"
            ? Page("review", null)
            : Page("pre-review", "next page"));

        var run = await host.RunAsync("failed");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("pre-review");
        run.Output.ShouldContain("step review");
        host.Requests.Count.ShouldBe(2);

        static IResult Page(string step, string? continuation) => Results.Json(
            new FailedApplicationList([new FailedApplication(Number, step, "nonsense", DateTimeOffset.UnixEpoch, 1)], continuation), ReadModelJson.Wire);
    }

    [Fact]
    public async Task Nothing_failed_is_said_too()
    {
        await using var host = await FakeHost.StartAsync((_, _) => Results.Json(new FailedApplicationList([], null), ReadModelJson.Wire));

        (await host.RunAsync("failed")).Output.ShouldContain("没有故障办件");
    }

    [Fact]
    public async Task Replay_sends_the_reason_and_tells_the_generation()
    {
        await using var host = await FakeHost.StartAsync((_, _) => Results.Json(new { number = Number, generation = 2 }, statusCode: 202));

        var run = await host.RunAsync("replay", Number, "--reason", "provider healed");

        run.ExitCode.ShouldBe(0);
        var (request, body) = host.Requests.Single();
        request.ShouldBe($"POST /api/operations/{Number}/replay");
        ((string?)body!["reason"]).ShouldBe("provider healed");
        run.Output.ShouldContain("Generation 2");
    }

    [Fact]
    public async Task Find_reads_the_identifier_from_its_input_and_shows_all_pages()
    {
        await using var host = await FakeHost.StartAsync((_, body) => Page((string?)body!["continuation"] is null ? "next page" : null));

        var run = await host.ReadingAsync("91500103MA9TEXT018\n", "find", "uscc");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.Split('\n').Length.ShouldBe(2);
        run.Output.ShouldContain($"{Number}  2026-03-02 09:00:00  审查 Under review  节能审查 Energy review");
        host.Requests.ShouldAllBe(request => request.Request == "POST /api/applications/search"); // and so in no URL
        host.Requests[0].Body!["identifier"]!.ToJsonString().ShouldBe("""{"kind":"uscc","value":"91500103MA9TEXT018"}""");

        static IResult Page(string? continuation) => Results.Json(
            new ApplicationList(
                [
                    new ApplicationSummary(
                        Number, "节能审查", "Energy review", "51", new CodedText("underReview", "审查", "Under review"), new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero), null, null, false),
                ],
                continuation),
            ReadModelJson.Wire);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n")]
    public async Task Find_without_an_identifier_asks_nobody(string? input)
    {
        await using var host = await FakeHost.StartAsync((_, _) => Results.Ok());

        var run = await host.ReadingAsync(input, "find", "resident-id");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("standard input");
        host.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Find_without_a_hit_says_so()
    {
        await using var host = await FakeHost.StartAsync((_, _) => Results.Json(new ApplicationList([], null), ReadModelJson.Wire));

        (await host.ReadingAsync("91500103MA9TEXT018", "find", "uscc")).Output.ShouldContain("There is no case.");
        (await host.ReadingAsync("91500103MA9TEXT018", "find", "uscc", "--json")).Output.ShouldBe("""{"applications":[]}""");
    }

    [Fact]
    public async Task Erase_sends_the_reason_and_tells_when_it_was_done()
    {
        await using var host = await FakeHost.StartAsync((_, _) => Results.Json(new { number = Number, erasedAt = DateTimeOffset.UnixEpoch }));

        var run = await host.RunAsync("erase", Number, "--reason", "申请人要求", "--json");

        run.ExitCode.ShouldBe(0, run.Error);
        host.Requests.Single().Request.ShouldBe($"POST /api/operations/{Number}/erase");
        ((string)host.Requests.Single().Body!["reason"]!).ShouldBe("申请人要求");
        run.Output.ShouldBe($$"""{"number":"{{Number}}","erasedAt":"1970-01-01T00:00:00+00:00"}""");
        (await host.RunAsync("erase", Number, "--reason", "申请人要求")).Output.ShouldContain("已依法删除");
    }

    [Fact]
    public async Task Erase_on_another_stamp_says_whom_to_ask()
    {
        await using var host = await FakeHost.StartAsync((_, _) => Results.Json(
            new { faults = new[] { new { path = "number", code = "not-competent", messageZh = "该办件由广东省(44)的平台办理", messageEn = "the stamp of Guangdong (44) handles it" } } },
            statusCode: 409));

        var run = await host.RunAsync("erase", Number, "--reason", "申请人要求");

        run.ExitCode.ShouldNotBe(0);
        run.Error.ShouldContain("该办件由广东省(44)的平台办理");
        run.Error.ShouldContain("the stamp of Guangdong (44) handles it");
    }

    [Fact]
    public async Task Submit_posts_the_event_of_a_sample_and_tells_the_number()
    {
        await using var host = await FakeHost.StartAsync((_, _) => Results.Json(
            new { accepted = new[] { new { id = "x", applicationNumber = Number, duplicate = true } } }, statusCode: 202));
        var sample = SampleFolder.Load(SampleFolder.Default)[0];

        var run = await host.RunAsync("submit", Path.Combine(SampleFolder.Default, sample.Name + ".json"));

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain(Number);
        run.Output.ShouldContain("received before");
        JsonNode.DeepEquals(host.Requests.Single().Body, sample.Event).ShouldBeTrue();
    }

    [Fact]
    public async Task All_faults_of_a_refused_event_are_shown()
    {
        await using var host = await FakeHost.StartAsync((_, _) => Results.Json(
            new
            {
                title = "Invalid event",
                status = 400,
                faults = new[]
                {
                    new { path = "data.channel", code = "missing", messageZh = "缺少渠道", messageEn = "channel is missing" },
                    new { path = "data.applicant.name", code = "missing", messageZh = "缺少姓名", messageEn = "name is missing" },
                },
            },
            statusCode: 400));

        var run = await host.RunAsync("submit", Path.Combine(SampleFolder.Default, "13-bad-input.json"));

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("(400) Invalid event");
        run.Error.ShouldContain("data.channel: 缺少渠道 channel is missing");
        run.Error.ShouldContain("data.applicant.name");
    }

    [Fact]
    public async Task An_unknown_application_is_told_as_the_host_tells_it()
    {
        await using var host = await FakeHost.StartAsync((_, _) => Results.Problem("There is no such application.", statusCode: 404));

        var run = await host.RunAsync("status", Number);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("There is no such application.");
    }

    [Fact]
    public async Task A_wrong_key_is_told_in_one_sentence()
    {
        await using var host = await FakeHost.StartAsync((_, _) => Results.Ok());

        var run = await CommandRun.OfAsync("failed", "--host", host.Address.ToString(), "--key", "wrong");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("key");
    }

    [Fact]
    public async Task A_host_that_is_not_there_is_told_in_one_sentence()
    {
        var run = await CommandRun.OfAsync("failed", "--host", "http://127.0.0.1:1", "--key", "any");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("does not answer");
        run.Error.Split('\n').Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_key_is_read_from_the_data_directory()
    {
        var data = Directory.CreateTempSubdirectory("crossregion-keys-");
        try
        {
            var without = await CommandRun.OfAsync("failed", "--data", data.FullName);
            without.ExitCode.ShouldBe(1);
            without.Error.ShouldContain("--key");

            File.WriteAllText(
                Path.Combine(data.FullName, "keys.json"),
                $$"""{"masterKey":{"name":"_master","value":"m"},"functionKeys":[{"name":"default","value":"{{FakeHost.Key}}"}]}""");
            await using var host = await FakeHost.StartAsync((_, _) => Results.Json(new FailedApplicationList([], null), ReadModelJson.Wire));

            (await CommandRun.OfAsync("failed", "--data", data.FullName, "--host", host.Address.ToString())).ExitCode.ShouldBe(0);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task An_answer_that_makes_no_sense_is_told_in_one_sentence()
    {
        await using var host = await FakeHost.StartAsync((_, _) => Results.Text("<html>", "application/json"));

        var run = await host.RunAsync("status", Number);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("makes no sense");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told_in_one_sentence()
    {
        var run = await CommandRun.OfAsync("submit", "no-such-file.json", "--key", "any");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("no-such-file.json");
        run.Error.Split('\n').Length.ShouldBe(1);
    }

    [Fact]
    public async Task Calendar_import_posts_the_notice_and_says_what_was_taken()
    {
        await using var host = await FakeHost.StartAsync((_, body) =>
            Results.Json(new { region = body!["region"], year = body["year"], number = body["notice"]!["number"] }, statusCode: 202));
        var file = Path.Combine(AppContext.BaseDirectory, "catalogue", "calendars", "CN-2026.json");

        var run = await host.RunAsync("calendar", "import", file);

        run.Error.ShouldBeEmpty();
        host.Requests.Single().Request.ShouldBe("POST /api/operations/calendars");
        run.Output.ShouldStartWith("CN 2026 国办发明电");
        (await host.RunAsync("calendar", "import", "nowhere.json")).Error.ShouldContain("There is no file nowhere.json");
    }
}
