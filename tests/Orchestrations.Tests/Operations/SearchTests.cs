using System.Text.Json.Nodes;
using CrossRegion.Orchestrations.Tests.App;

namespace CrossRegion.Orchestrations.Tests.Operations;

/// <summary>Looking for an applicant's cases, over HTTP.</summary>
public sealed class SearchTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task All_cases_of_an_applicant_are_found_the_latest_first_and_no_others()
    {
        var first = await _app.SubmitAsync(Sample.Relocation);
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = (await _app.PostAsync(Again(Sample.Relocation, "again"))).ShouldBeAccepted();
        await _app.SubmitAsync(Sample.HousingFund);

        var found = await _app.SearchAsync(By("uscc", "91500103MA9TEXT018"));

        found.Status.ShouldBe(200, found.Body.ToJsonString());
        Numbers(found).ShouldBe([second, first]);
        found.Body.ToJsonString().ShouldNotContain("91500103MA9TEXT018");
    }

    [Fact]
    public async Task An_applicant_without_cases_has_none()
    {
        await _app.SubmitAsync(Sample.Relocation);

        Numbers(await _app.SearchAsync(By("resident-id", "11010519491231002X"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_cases_come_page_by_page()
    {
        for (var i = 0; i < 51; i++)
        {
            _app.Clock.Advance(TimeSpan.FromSeconds(1));
            (await _app.PostAsync(Again(Sample.Relocation, $"{i}"))).ShouldBeAccepted();
        }

        var first = await _app.SearchAsync(By("uscc", "91500103MA9TEXT018"));
        var next = By("uscc", "91500103MA9TEXT018");
        next["continuation"] = (string)first.Body["continuation"]!;
        var second = await _app.SearchAsync(next);

        Numbers(first).Count.ShouldBe(50);
        Numbers(second).ShouldHaveSingleItem().ShouldNotBeOneOf([.. Numbers(first)]);
        second.Body["continuation"].ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"identifier":{"kind":"resident-id","value":"110105194912310021"}}""", "identifier.value")]
    [InlineData("""{"identifier":{"kind":"uscc"}}""", "identifier.value")]
    [InlineData("""{"identifier":{"kind":"passport"}}""", "identifier.kind", "identifier.value")]
    [InlineData("""{"identifier":"11010519491231002X"}""", "identifier.kind", "identifier.value")]
    [InlineData("""[]""", "identifier.kind", "identifier.value")]
    public async Task What_is_wrong_is_told_at_once_and_without_the_identifier(string body, params string[] paths)
    {
        var refused = await _app.PostAsync("/api/applications/search", "application/json", JsonNode.Parse(body)!);

        refused.Status.ShouldBe(400);
        refused.Body["faults"]!.AsArray().Select(fault => (string)fault!["path"]!).ShouldBe(paths);
        refused.Body.ToJsonString().ShouldNotContain("11010519491231002");
    }

    [Fact]
    public async Task A_continuation_that_no_page_gave_is_refused()
    {
        var search = By("uscc", "91500103MA9TEXT018");
        search["continuation"] = "nonsense";

        (await _app.SearchAsync(search)).ShouldBeRefused(400, "bad-continuation");
    }

    private static JsonObject By(string kind, string value) => new() { ["identifier"] = new JsonObject { ["kind"] = kind, ["value"] = value } };

    private static JsonObject Again(string sample, string suffix)
    {
        var submission = Sample.Submission(sample);
        submission["id"] = $"{(string)submission["id"]!}-{suffix}";
        submission["subject"] = $"{(string)submission["subject"]!}-{suffix}";
        return submission;
    }

    private static List<string> Numbers(Answer found) => [.. found.Body["applications"]!.AsArray().Select(application => (string)application!["number"]!)];
}
