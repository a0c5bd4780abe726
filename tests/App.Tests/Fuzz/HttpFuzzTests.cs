using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CrossRegion.App.Tests.Hosts;
using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Tests.Mutations;

namespace CrossRegion.App.Tests.Fuzz;

/// <summary>Requests that are nearly right, over real HTTP, to the whole app.</summary>
public sealed class HttpFuzzTests
{
    private const int Requests = 10_000;
    private const int Connections = 8;

    /// <summary>Bytes of headers that the server reads at most, less those that every request has.</summary>
    private const int HeadLimit = 31 << 10;

    /// <summary>Events that platforms may send; the host's own types are refused by their type alone.</summary>
    private static readonly string[] Incoming =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "events", "valid"), "*.json")
            .Order(StringComparer.Ordinal)
            .Where(file => Orchestrations.Events.EventTypes.Incoming.Contains((string)JsonNode.Parse(File.ReadAllText(file))!["type"]!))
            .Select(File.ReadAllText),
    ];

    [Fact]
    public async Task Ten_thousand_mutated_events_meet_no_5xx_and_leave_no_half_made_case()
    {
        using var installation = new Installation();
        await using var host = await installation.StartAsync(Installation.FunctionApp, []);
        using var client = installation.Connect(Connections);
        var statuses = new ConcurrentDictionary<int, int>();
        var numbers = new ConcurrentDictionary<string, bool>();
        var mutator = new EventMutator(2026, Incoming);
        var requests = Enumerable.Range(0, Requests).Select(_ => mutator.Next()).ToList();

        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = Connections }, async (request, cancellation) =>
        {
            var (status, accepted) = await PostAsync(client, request, cancellation);
            statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
            foreach (var number in accepted)
            {
                numbers[number] = true;
            }
        });

        // Rough enough to be refused, and fine enough to meet every check.
        var seen = string.Join(", ", statuses.OrderBy(status => status.Key).Select(status => $"{status.Key}: {status.Value}"));
        statuses.Keys.ShouldBeSubsetOf([202, 400, 404, 409, 415, 422, 431], seen);
        statuses[202].ShouldBeGreaterThan(Requests / 100, seen);
        statuses[400].ShouldBeGreaterThan(Requests / 10, seen);
        statuses[422].ShouldBeGreaterThan(Requests / 50, seen);

        var cases = new CaseFile(installation.Data);
        cases.Orphans().ShouldBeEmpty();
        cases.Cases().ShouldBe(numbers.Keys.Order(StringComparer.Ordinal));
        var listed = await ListAsync(client);
        listed.Order(StringComparer.Ordinal).ShouldBe(numbers.Keys.Order(StringComparer.Ordinal));
        foreach (var number in listed)
        {
            var timeline = await client.GetFromJsonAsync<TimelineView>($"/api/applications/{number}/timeline", ReadModelJson.Wire);
            timeline!.Entries[0].Step.Code.ShouldBe("applied");
            timeline.Entries.Select(entry => entry.Sequence).ShouldBe(Enumerable.Range(1, timeline.Entries.Count));
        }
    }

    [Fact]
    public async Task A_body_of_10_MB_is_too_large_and_a_wrong_content_type_is_told()
    {
        using var installation = new Installation();
        await using var host = await installation.StartAsync(Installation.FunctionApp, []);
        using var client = installation.Connect();
        var large = new EventRequest("10 MB", "application/cloudevents+json", [], new byte[10 << 20]);
        var xml = new EventRequest("XML", "application/xml", [], "<event/>"u8.ToArray());

        (await PostAsync(client, large, CancellationToken.None)).Status.ShouldBe(413);
        (await PostAsync(client, xml, CancellationToken.None)).Status.ShouldBe(415);
        new CaseFile(installation.Data).Cases().ShouldBeEmpty();
    }

    /// <summary>Posts it, checks the form of the answer, and gives back the numbers of accepted applications.</summary>
    private static async Task<(int Status, IReadOnlyList<string> Numbers)> PostAsync(HttpClient client, EventRequest request, CancellationToken cancellation)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/api/events") { Content = new ByteArrayContent(request.Body) };
        foreach (var (name, value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (request.ContentType is { } contentType)
        {
            message.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        using var response = await client.SendAsync(message, cancellation);
        var status = (int)response.StatusCode;
        var body = await response.Content.ReadAsStringAsync(cancellation);
        var told = string.Create(CultureInfo.InvariantCulture, $"{request.What}: {status} {body}");
        if (status == 202)
        {
            var accepted = JsonNode.Parse(body)!["accepted"]!.AsArray();
            accepted.ShouldNotBeEmpty(told);
            return (status, [.. accepted.Select(taken => (string)taken!["applicationNumber"]!)]);
        }

        status.ShouldBeInRange(400, 499, told);
        if (status == (int)HttpStatusCode.RequestHeaderFieldsTooLarge)
        {
            // The server closes the connection; no function was called.
            request.Headers.Sum(header => header.Key.Length + header.Value.Length).ShouldBeGreaterThan(HeadLimit, told);
            return (status, []);
        }

        (response.Content.Headers.ContentType?.MediaType).ShouldBe("application/problem+json", told);
        JsonNode.Parse(body)!["faults"]!.AsArray().ShouldNotBeEmpty(told);
        return (status, []);
    }

    private static async Task<List<string>> ListAsync(HttpClient client)
    {
        var numbers = new List<string>();
        string? continuation = null;
        do
        {
            var page = await client.GetFromJsonAsync<ApplicationList>(
                continuation is null ? "/api/applications" : $"/api/applications?continuation={Uri.EscapeDataString(continuation)}", ReadModelJson.Wire);
            numbers.AddRange(page!.Applications.Select(application => application.Number));
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return numbers;
    }
}
