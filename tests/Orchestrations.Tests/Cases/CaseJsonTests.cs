using System.Text.Json;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Sealing;
using CrossRegion.Orchestrations.Tests.Sealing;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace CrossRegion.Orchestrations.Tests.Cases;

public class CaseJsonTests : IAsyncLifetime
{
    private const string Id = CaseDocuments.CaseId;

    private static readonly JsonSerializerOptions Plain = new JsonSerializerOptions(JsonSerializerDefaults.Web).ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    private CaseSeal _seal = null!;

    public async Task InitializeAsync() => _seal = await Seals.NewAsync(SampleStory.Number);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void A_case_reads_back_as_it_was_written_after_every_step()
    {
        foreach (var subject in SampleStory.Cases())
        {
            var read = _seal.Read<Case>(Id, _seal.Write(Id, subject));

            Text(read).ShouldBe(Text(subject));
            read.Steps.ShouldBe(subject.Steps);
            read.Applicant.ShouldBe(subject.Applicant);
        }
    }

    [Fact]
    public void Every_step_of_a_timeline_reads_back_as_what_it_was()
    {
        foreach (var (step, index) in SampleStory.Steps.Select((step, index) => (step, index)))
        {
            var read = _seal.Read<TimelineEntry>(Id, _seal.Write(Id, new TimelineEntry(index + 1, step)));

            read.Step.ShouldBeOfType(step.GetType());
            Text(read.Step).ShouldBe(Text(step));
        }
    }

    [Fact]
    public void A_case_read_back_goes_on_as_the_one_that_was_written()
    {
        var read = Case.Begin(SampleStory.Number, (Applied)SampleStory.Steps[0]);
        foreach (var step in SampleStory.Steps[1..])
        {
            read = _seal.Read<Case>(Id, _seal.Write(Id, read)).After(step, SampleStory.Rules);
        }

        read.Stage.ShouldBe(CaseStage.Evaluated);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{")]
    public void A_damaged_document_is_told_and_never_taken_for_a_case(string text) =>
        Should.Throw<InvalidDataException>(() => _seal.Read<Case>(Id, text));

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, Plain);
}
