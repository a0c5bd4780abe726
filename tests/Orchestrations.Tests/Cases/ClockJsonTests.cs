using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.Clocks.Entries;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Sealing;
using CrossRegion.Orchestrations.Tests.Sealing;
using NodaTime;

namespace CrossRegion.Orchestrations.Tests.Cases;

public class ClockJsonTests : IAsyncLifetime
{
    private const string Id = CaseDocuments.CaseId;

    private static readonly Instant At = Instant.FromUtc(2026, 3, 2, 1, 0);
    private static readonly DocumentNumber Notice = DocumentNumber.Parse("灵审特告〔2026〕12号");
    private static readonly TimeLimit Days = new(10, LimitUnit.WorkingDay, LicensingLaw.Decision);

    private static readonly Clock Clock = new(
        ClockKey.Review(DepartmentKey.Parse("tax-in")),
        new ClockRule(ClockKind.Stage, Days, new ExtensionRule(Days, ApproverOffice.GovernmentHead)),
        new ClockStarted(At, "system", new LocalDate(2026, 3, 1), LicensingLaw.Acceptance, Notice),
        [
            new ClockPaused(At, "lead", SpecialProcedureGround.Hearing, Days, Notice),
            new ClockResumed(At, "lead"),
            new ClockExtended(At, "lead", Days, new Approver("韦某(模拟)", ApproverOffice.GovernmentHead), "案情复杂", LicensingLaw.JointDecision, Notice),
            new ClockStopped(At, "lead", LicensingLaw.Decision),
        ]);

    private CaseSeal _seal = null!;

    public async Task InitializeAsync() => _seal = await Seals.NewAsync(SampleStory.Number);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void A_ledger_is_read_as_it_was_written()
    {
        var read = _seal.Read<Clock>(Id, _seal.Write(Id, Clock));

        (read.Key, read.Rule, read.Start).ShouldBe((Clock.Key, Clock.Rule, Clock.Start));
        read.Later.ShouldBe(Clock.Later);
    }

    [Fact]
    public void What_follows_from_the_ledger_is_not_stored()
    {
        using var document = System.Text.Json.JsonDocument.Parse(_seal.Write(Id, Clock));

        document.RootElement.EnumerateObject().Select(property => property.Name).ShouldBe(["key", "rule", "start", "later"]);
        document.RootElement.GetProperty("later")[0].EnumerateObject().Select(property => property.Name)
            .ShouldBe(["entry", "at", "by", "ground", "document", "procedure", "needed"], ignoreOrder: true);
    }
}
