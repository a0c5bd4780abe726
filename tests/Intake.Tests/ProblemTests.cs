using System.Text.Json.Nodes;
using CrossRegion.Domain.Faults;
using CrossRegion.Functions.Problems;
using Microsoft.AspNetCore.Http;

namespace CrossRegion.Intake.Tests;

public sealed class ProblemTests
{
    [Fact]
    public async Task A_problem_is_answered_as_problem_json_with_all_its_faults()
    {
        var problem = IntakeUnderTest.Read(Examples.Submitted.Without("data.item").With("data.agent.identifier.value", "110105194912310021")).Problem.ShouldNotBeNull();
        var context = new DefaultHttpContext { Response = { Body = new MemoryStream() } };

        await new ProblemResult(problem).ExecuteAsync(context);

        context.Response.StatusCode.ShouldBe(400);
        context.Response.ContentType.ShouldBe("application/problem+json");
        context.Response.Body.Position = 0;
        var json = JsonNode.Parse(context.Response.Body)!;
        ((string)json["type"]!).ShouldBe("urn:crossregion:problem:malformed-event");
        ((string)json["title"]!).ShouldBe("事件格式有误 (The event is malformed)");
        ((int)json["status"]!).ShouldBe(400);
        ((string)json["detail"]!).ShouldNotBeNullOrWhiteSpace();
        json["faults"]!.AsArray().Select(fault => string.Join('|', fault!.AsObject().Select(member => member.Key))).Distinct()
            .ShouldHaveSingleItem().ShouldBe("path|code|messageZh|messageEn");
        json["faults"]!.AsArray().Select(fault => $"{fault!["path"]} {fault["code"]}").ShouldBe(
            ["data.item required", "data.agent.identifier.value check-digit"]);
    }

    [Fact]
    public void Very_many_faults_are_cut_and_say_how_many_more_there_are()
    {
        var batch = new JsonArray([.. Enumerable.Range(0, 100).Select(_ => new JsonObject())]);

        var problem = IntakeUnderTest.Read(IntakeUnderTest.Batch, batch.ToJsonString()).Problem.ShouldNotBeNull();

        problem.Faults.Count.ShouldBe(201);
        problem.Faults[^1].Code.ShouldBe("more-faults");
        problem.Faults[^1].MessageEn.ShouldStartWith("400 ");
    }

    [Fact]
    public void A_long_name_from_outside_is_cut_in_the_path()
    {
        var problem = IntakeUnderTest.Read(Examples.Submitted.With("data." + new string('x', 5000), 1)).Problem.ShouldNotBeNull();

        problem.Faults.ShouldHaveSingleItem().Path.Length.ShouldBeLessThan(250);
    }

    [Fact]
    public void There_is_no_problem_without_a_fault() =>
        Should.Throw<ArgumentException>(() => new Problem(ProblemKind.Malformed, Array.Empty<Fault>()));
}
