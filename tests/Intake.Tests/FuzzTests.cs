using System.Text.Json;
using System.Text.Json.Nodes;
using CrossRegion.Functions.Intake;
using CrossRegion.Orchestrations.Events;
using CrossRegion.Tests.Mutations;

namespace CrossRegion.Intake.Tests;

/// <summary>Requests that are nearly right, the same ones in every run.</summary>
public sealed class FuzzTests
{
    private const int Requests = 4_000;

    private static readonly IReadOnlyList<string> Incoming =
        [.. Examples.Valid.Select(Examples.ReadValid).Where(json => EventTypes.Incoming.Contains((string)Examples.Parse(json)["type"]!))];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_mutated_request_is_either_taken_as_right_or_refused_with_reasons(int seed)
    {
        var mutator = new EventMutator(seed, Incoming);
        var answers = new Dictionary<int, int>();
        for (var i = 0; i < Requests; i++)
        {
            var request = mutator.Next();
            var result = Read(request, $"seed {seed}, request {i}");
            var status = result.Accepted ? CheckAccepted(request, result) : CheckRefused(request, result);
            answers[status] = answers.GetValueOrDefault(status) + 1;
        }

        // The fuzz must not be so rough that it only ever meets the first check.
        var seen = string.Join(", ", answers.OrderBy(answer => answer.Key).Select(answer => $"{answer.Key}: {answer.Value}"));
        answers.Keys.ShouldBe([202, 400, 415, 422], ignoreOrder: true, customMessage: seen);
        answers[202].ShouldBeGreaterThan(Requests / 10, seen);
        answers[400].ShouldBeGreaterThan(Requests / 10, seen);
        answers[422].ShouldBeGreaterThan(Requests / 50, seen);
    }

    [Fact]
    public void What_the_mutator_leaves_unchanged_is_accepted()
    {
        var mutator = new EventMutator(4, Incoming);
        var unchanged = Enumerable.Range(0, 1_000).Select(_ => mutator.Next()).Where(request => request.What.EndsWith("unchanged", StringComparison.Ordinal)).ToList();

        unchanged.Count.ShouldBeGreaterThan(50);
        unchanged.Select(request => request.What).Distinct().Count().ShouldBe(3, "all three content modes occur");
        foreach (var request in unchanged)
        {
            var result = Read(request, "unchanged");
            result.Accepted.ShouldBeTrue($"{request.What}: {result.Problem}");
        }
    }

    [Fact]
    public void The_same_seed_makes_the_same_requests()
    {
        static IEnumerable<string> First(int seed)
        {
            var mutator = new EventMutator(seed, Incoming);
            return Enumerable.Range(0, 50).Select(_ => mutator.Next()).Select(request => request.What + Convert.ToHexString(request.Body)).ToList();
        }

        First(5).ShouldBe(First(5));
        First(5).ShouldNotBe(First(6));
    }

    private static IntakeResult Read(EventRequest request, string which)
    {
        try
        {
            return IntakeUnderTest.Read(request.ContentType, request.Body, [.. request.Headers.Select(header => (header.Key, header.Value))]);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{which}: {request.What} was answered by an exception; body: {Convert.ToBase64String(request.Body)}", e);
        }
    }

    private static int CheckRefused(EventRequest request, IntakeResult result)
    {
        var problem = result.Problem.ShouldNotBeNull();
        result.Events.ShouldBeEmpty(request.What);
        problem.Status.ShouldBeInRange(400, 499, request.What);
        problem.Faults.ShouldNotBeEmpty(request.What);
        foreach (var fault in problem.Faults)
        {
            fault.Code.ShouldNotBeNullOrWhiteSpace(request.What);
            fault.Code.ShouldNotBe("invalid", $"{request.What}: the validator says something that has no words yet, at {fault.Path}");
            fault.MessageZh.ShouldNotBeNullOrWhiteSpace(request.What);
            fault.MessageEn.ShouldNotBeNullOrWhiteSpace(request.What);
        }

        return problem.Status;
    }

    private static int CheckAccepted(EventRequest request, IntakeResult result)
    {
        result.Events.ShouldNotBeEmpty(request.What);
        foreach (var incoming in result.Events)
        {
            var structured = JsonNode.Parse(incoming.RawJson)!;
            IntakeUnderTest.Schemas.ValidateEnvelope(incoming.RawJson).ShouldBeEmpty(request.What);
            IntakeUnderTest.Schemas.Validate(incoming.Type, structured["data"]!.ToJsonString()).ShouldBeEmpty(request.What);
            incoming.Id.ShouldBe((string)structured["id"]!, request.What);
            incoming.Source.Value.ShouldBe((string)structured["source"]!, request.What);

            var stored = JsonSerializer.Serialize(incoming, EventJson.Options);
            JsonSerializer.Serialize(JsonSerializer.Deserialize<IncomingEvent>(stored, EventJson.Options), EventJson.Options).ShouldBe(stored, request.What);
        }

        return 202;
    }
}
