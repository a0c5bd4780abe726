using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Bench.Sweep;

/// <summary>Cases under review, accepted on a day that says when the first of their limits comes near its end.</summary>
internal sealed class OpenCases(ServiceCatalogue catalogue, WorkingDayCalendar calendar)
{
    /// <summary>Monday; nothing is due before <see cref="DueOn"/> of group 0.</summary>
    private static readonly LocalDate First = new(2026, 3, 2);

    /// <summary>Two of the ten days of review are left on the eighth.</summary>
    private const int DaysUntilDue = 8;

    private static readonly byte[] Key = new byte[32];

    private readonly ServiceItem _item = catalogue.Items.First(item => item.Limits.Statutory.Amount == 45 && item.Departments.Count == 4);

    /// <summary>The morning on which group 0 is due; group 1 a working day later, and so on.</summary>
    public Instant DueOn(int group) => Morning(WorkingDay(group + DaysUntilDue));

    /// <summary>A case that will be due with its group.</summary>
    public Case Create(int number, int group)
    {
        var at = Morning(WorkingDay(group));
        var province = _item.Lead.Province;
        var rules = new TimeRules(_item, calendar);
        var applied = new Applied(
            at,
            "applicant",
            $"BENCH-{number}",
            province,
            _item.Code,
            _item.Version,
            new Applicant { Type = ApplicantType.Enterprise, Name = "模拟公司", Identifier = new(HolderKind.Uscc, "91350100M000100Y43") },
            Agent: null,
            HandlingForm.Computer,
            "zh-CN",
            []);
        var identifier = ApplicationNumber.Derive(province, "urn:gov:cn:51:bench", applied.Reference, Key);
        var acceptance = Acceptance.From(ChinaTime.DateOf(at), identifier, rules);
        return Case.Begin(identifier, applied)
            .After(new Received(at, "system"), rules)
            .After(new PreReviewed(at, "system", 1, new Dictionary<string, bool>(), []), rules)
            .After(new Accepted(at, "system", acceptance, [.. _item.Departments.Select(department => department.Key)]), rules);
    }

    private LocalDate WorkingDay(int days) => calendar.AddWorkingDays(First, new WorkingDays(days)).Date;

    private static Instant Morning(LocalDate day) => ChinaTime.StartOf(day) + Duration.FromHours(9);
}
