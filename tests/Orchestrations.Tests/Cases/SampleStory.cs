using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Orchestrations.Tests.Cases;

/// <summary>A case with something in every member that a refused application can have.</summary>
internal static class SampleStory
{
    public static readonly ApplicationNumber Number = ApplicationNumber.Derive(ProvinceCode.Parse("51"), "urn:gov:cn:51:zwfw", "SAMPLE", new byte[32]);
    public static readonly Instant At = Instant.FromUtc(2026, 3, 2, 1, 0);

    private static readonly LocalDate Today = new(2026, 3, 2);
    private static readonly DepartmentKey TaxOut = DepartmentKey.Parse("tax-out");
    private static readonly HandlingCode Item = HandlingCode.Parse("11510100MB9001018L300013190100001");
    private static readonly Reason Reason = new("未结清税款", "税收征收管理法 第十六条");
    private static readonly HandedInMaterial Material = new()
    {
        Code = MaterialCode.Create(Item, 2),
        Title = "决议.pdf",
        Digest = "sha-256:" + new string('a', 64),
        Uri = new Uri("https://files.example/1"),
    };

    private static readonly Supplement Notice =
        new(1, Today, Today.PlusDays(14), [new Deficiency(Material.Code, new("决议", "Resolution"), "missing", new("请提交", "Please hand in"))]);

    public static readonly CaseStep[] Steps =
    [
        new Applied(
            At,
            "applicant",
            "REFERENCE-1",
            ProvinceCode.Parse("51"),
            Item,
            1,
            new Applicant
            {
                Type = ApplicantType.Enterprise,
                Name = "模拟公司",
                Identifier = new(HolderKind.Uscc, "91500103MA9TEXT018"),
                Phone = "+862800000000",
                Email = "office@example.cn",
            },
            new Agent("代办甲", new(HolderKind.ResidentId, "510104198506159009")),
            HandlingForm.Mobile,
            "en",
            [Material]),
        new Received(At, "system"),
        new PreReviewed(At, "system", 1, new Dictionary<string, bool> { ["tax-status"] = false }, Notice.Deficiencies),
        new SupplementRequested(At, "system", Notice),
        new Supplemented(At, "applicant", 1, [Material]),
        new PreReviewed(At, "system", 2, new Dictionary<string, bool>(), []),
        new Accepted(At, "system", new Acceptance(Today, "SL-1", Today, Today.PlusDays(3), PromisedProvisional: false, Provisional: true), [TaxOut]),
        new ReviewRequested(At, "system", TaxOut, Today.PlusDays(1)),
        new SpecialProcedureStarted(At, "system", SpecialProcedureGround.Hearing, 1, Days(5), DocumentNumber.Parse("听告〔2026〕1号")),
        new SpecialProcedureEnded(At, "system", 1, DocumentNumber.Parse("听证笔录1")),
        new LimitExtended(At, "tax-in", Days(2), new Approver("韦某(模拟)", ApproverOffice.AuthorityHead), "案情复杂待查", DocumentNumber.Parse("延告〔2026〕1号")),
        new RungRaised(At, "system", new Rung(ClockKey.Of(ClockKind.Promised), RungLevel.Warning), Today),
        new LimitsRecomputed(At, "system", "0123456789ab", "2027年放假安排"),
        new HandlingFailed(At, "system", 1, "OpenCase", "unreachable"),
        new Replayed(At, "operator", 2, "修复后重放"),
        new ReviewDecided(At, "tax-out", TaxOut, ReviewOutcome.Refused, "经审查不同意迁出", [Reason]),
        new Decided(At, "system", new Decision(DecisionOutcome.Refused, Today, [Reason], new("可以申请行政复议", "You may ask for review"))),
        new Concluded(At, "system"),
        new Delivered(At, "system"),
        new EvaluationInvited(At, "system"),
        new Evaluated(At, "applicant", Satisfaction.VerySatisfied, "办得快"),
    ];

    /// <summary>Everything personal in it, as it was written.</summary>
    public static readonly string[] Personal =
    [
        "REFERENCE-1", "模拟公司", "91500103MA9TEXT018", "+862800000000", "office@example.cn", "代办甲", "510104198506159009", "决议.pdf", "aaaaaaaa",
        "files.example", "修复后重放", "经审查不同意迁出", "案情复杂待查", "未结清税款", "第十六条", "办得快",
    ];

    /// <summary>The item's limits and the published calendar.</summary>
    public static readonly TimeRules Rules = ReadRules();

    private static TimeLimit Days(int amount) => new(amount, LimitUnit.WorkingDay, LicensingLaw.Decision);

    private static TimeRules ReadRules()
    {
        var root = Path.Combine(AppContext.BaseDirectory, "catalogue");
        List<CatalogueFile> files =
        [
            .. Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories)
                .Select(path => new CatalogueFile(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path))),
        ];
        return new TimeRules(ServiceCatalogue.Load(files).Get(Item, 1), WorkingDayCalendar.Load(files));
    }

    /// <summary>The case after each of its steps.</summary>
    public static IEnumerable<Case> Cases()
    {
        var subject = Case.Begin(Number, (Applied)Steps[0]);
        yield return subject;
        foreach (var step in Steps[1..])
        {
            yield return subject = subject.After(step, Rules);
        }
    }
}
