using System.Text.Json.Nodes;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Sealing;
using CrossRegion.Orchestrations.Tests.Cases;

namespace CrossRegion.Orchestrations.Tests.Sealing;

/// <summary>What is personal is in no document's text, opens with its key where it was written, and nowhere else.</summary>
public class CaseSealTests : IAsyncLifetime
{
    private const string Id = CaseDocuments.CaseId;

    private static readonly ApplicationNumber Other = ApplicationNumber.Derive(ProvinceCode.Parse("50"), "urn:gov:cn:50:zwfw", "OTHER", new byte[32]);

    private CaseSeal _seal = null!;

    public async Task InitializeAsync() => _seal = await Seals.NewAsync(SampleStory.Number);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Nothing_personal_stands_in_the_text_of_a_case_or_of_its_steps()
    {
        var texts = SampleStory.Cases().Select(subject => _seal.Write(Id, subject))
            .Concat(SampleStory.Steps.Select((step, i) => _seal.Write(CaseDocuments.Timeline(i), new TimelineEntry(i + 1, step))))
            .ToList();

        texts.SelectMany(text => SampleStory.Personal.Where(word => text.Contains(word, StringComparison.Ordinal))).ShouldBeEmpty();
        texts[^1].ShouldContain("\"satisfaction\":\"1\""); // the skeleton is legible
    }

    [Fact]
    public void The_same_value_is_sealed_differently_every_time() =>
        Sealed(_seal.Write(Id, Subject), "applicant", "name").ShouldNotBe(Sealed(_seal.Write(Id, Subject), "applicant", "name"));

    [Fact]
    public void Every_byte_of_what_is_sealed_counts()
    {
        var text = Sealed(_seal.Write(Id, Subject), "applicant", "name");
        for (var i = "sealed:".Length; i < text.Length - 1; i++) // of the last character base64url does not use every bit
        {
            var damaged = text[..i] + (text[i] == 'A' ? 'B' : 'A') + text[(i + 1)..];

            Refusal(With(damaged, "applicant", "name")).ShouldContain("'name'");
        }
    }

    [Theory]
    [InlineData("sealed:")]
    [InlineData("sealed:AQ")]
    [InlineData("sealed:*")]
    public void What_only_looks_sealed_is_refused(string text) => Refusal(With(text, "applicant", "name")).ShouldContain("cannot be opened");

    [Fact]
    public void A_value_does_not_open_in_the_place_of_another()
    {
        var text = Sealed(_seal.Write(Id, Subject), "applicant", "phone");

        Refusal(With(text, "applicant", "name")).ShouldContain("'name'");
    }

    [Fact]
    public void A_document_does_not_open_under_the_id_of_another() =>
        Should.Throw<InvalidDataException>(() => _seal.Read<Case>("other", _seal.Write(Id, Subject))).Message
            .ShouldContain("it was changed, stood elsewhere or is sealed with another key");

    [Fact]
    public async Task A_document_does_not_open_with_the_key_of_another_case()
    {
        var other = await Seals.NewAsync(Other);

        Should.Throw<InvalidDataException>(() => other.Read<Case>(Id, _seal.Write(Id, Subject))).Message.ShouldContain(Other.Value);
    }

    [Fact]
    public void Without_a_key_the_skeleton_is_read_and_what_was_personal_is_empty()
    {
        var read = CaseSeal.Closed.Read<Case>(Id, _seal.Write(Id, Subject));

        (read.Stage, read.Evaluation, read.Decision!.Outcome, read.Item).ShouldBe((Subject.Stage, Subject.Evaluation, Subject.Decision!.Outcome, Subject.Item));
        read.Applicant.ShouldBe(new Applicant { Type = Subject.Applicant.Type, Name = "", Identifier = null });
        (read.Reference, read.Agent).ShouldBe(("", null));
        read.Materials.ShouldBeEmpty();
        read.Decision.Reasons.ShouldBeEmpty();
        read.Reviews.Values.ShouldAllBe(review => review.Opinion == null && review.Reasons == null);
    }

    [Fact]
    public void Written_without_a_key_a_case_has_nothing_personal_and_nothing_sealed()
    {
        var text = CaseSeal.Closed.Write(Id, Subject);

        SampleStory.Personal.ShouldAllBe(word => !text.Contains(word));
        text.ShouldNotContain("sealed:");
        CaseSeal.Closed.Read<Case>(Id, text).Stage.ShouldBe(Subject.Stage);
        _seal.Read<Case>(Id, text).Applicant.Identifier.ShouldBeNull();
    }

    [Fact]
    public void What_stands_unsealed_is_read_as_it_is_and_told()
    {
        var text = With("张三", "applicant", "name");

        _seal.Read<Case>(Id, text, out var clear).Applicant.Name.ShouldBe("张三");
        clear.ShouldBeTrue();
        _seal.Read<Case>(Id, _seal.Write(Id, Subject), out clear);
        clear.ShouldBeFalse();
    }

    [Fact]
    public void Personal_data_are_not_written_or_read_without_a_seal()
    {
        Should.Throw<InvalidOperationException>(() => CaseJson.Write(Subject));
        Should.Throw<InvalidOperationException>(() => CaseJson.Read<Case>(_seal.Write(Id, Subject)));
    }

    private static Case Subject => SampleStory.Cases().Last();

    private string Refusal(string text) => Should.Throw<InvalidDataException>(() => _seal.Read<Case>(Id, text)).Message;

    /// <summary>The case with another text at a place.</summary>
    private string With(string value, params string[] path)
    {
        var document = JsonNode.Parse(_seal.Write(Id, Subject))!;
        var parent = path[..^1].Aggregate(document, (node, name) => node[name]!);
        parent[path[^1]] = value;
        return document.ToJsonString();
    }

    private static string Sealed(string document, params string[] path)
    {
        var text = (string)path.Aggregate(JsonNode.Parse(document)!, (node, name) => node[name]!)!;
        text.ShouldStartWith("sealed:");
        return text;
    }
}
