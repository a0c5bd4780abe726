using System.Text.RegularExpressions;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Simulators.Reserved;

namespace CrossRegion.Cli.Tests.Simulators;

public sealed partial class ReservedApplicantTests
{
    public static TheoryData<ReservedOutcome> Outcomes => new(Enum.GetValues<ReservedOutcome>());

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void An_identifier_has_a_right_check_character_and_names_its_outcome(ReservedOutcome outcome)
    {
        foreach (var serial in (int[])[0, 1, 999, 1000, 58_999, 59_000, ReservedApplicant.Serials - 1])
        {
            var (person, organisation) = (ReservedApplicant.Person(outcome, serial), ReservedApplicant.Organisation(outcome, serial));

            ResidentIdentityNumber.Parse(person.Value).BirthDate.Year.ShouldBe(1800 + (int)outcome);
            UnifiedSocialCreditCode.Parse(organisation.Value).RegistrationDivision.ShouldBe("990000");
            ReservedApplicant.OutcomeOf(person.Value).ShouldBe(outcome);
            ReservedApplicant.OutcomeOf(organisation.Value).ShouldBe(outcome);
        }
    }

    [Fact]
    public void Every_serial_is_another_applicant() => Enumerable.Range(0, 5000)
        .SelectMany(serial => new[] { ReservedApplicant.Person(ReservedOutcome.Silent, serial).Value, ReservedApplicant.Organisation(ReservedOutcome.Silent, serial).Value })
        .ShouldBeUnique();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("510104198406060095")]
    [InlineData("91500103MA9TEXT018")]
    [InlineData("99000018000101000X")]
    [InlineData("990000189901010007")]
    public void What_is_not_reserved_chooses_nothing(string? identifier) => ReservedApplicant.OutcomeOf(identifier).ShouldBeNull();

    /// <summary>Whoever reads the table gets what it says.</summary>
    [Fact]
    public void The_documented_table_has_the_first_identifiers_of_every_outcome()
    {
        var documented = Row.Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "simulators", "simulators.md")))
            .Select(row => (row.Groups["outcome"].Value, row.Groups["person"].Value, row.Groups["organisation"].Value));

        documented.ShouldBe(Enum.GetValues<ReservedOutcome>().Select(outcome => (
            ReservedApplicant.NameOf(outcome), ReservedApplicant.Person(outcome, 0).Value, ReservedApplicant.Organisation(outcome, 0).Value)));
    }

    [GeneratedRegex(@"^\| `(?<outcome>\w+)` \| `(?<person>[0-9X]{18})` \| `(?<organisation>\w{18})` \|", RegexOptions.Multiline)]
    private static partial Regex Row { get; }
}
