using CrossRegion.Orchestrations.Tests.App;

namespace CrossRegion.Orchestrations.Tests.Stamps;

/// <summary>Applications that come in for two hours, drawn from a seed: half of them between Sichuan and Guangdong, half with a part of Chongqing.</summary>
internal static class ApplicationStream
{
    public const string Third = "50";

    private const int Applications = 40;

    private static readonly Kind[] Others =
    [
        new(Sample.HousingFund, "51", ["51", "44"], [("fund-letter", "51", []), ("fund-out", "44", ["fund-letter"]), ("fund-booking", "51", ["fund-out"])]),
        new(MedicalInsurance, "44", ["44", "51"], [("insurer-out", "51", []), ("insurer-in", "44", ["insurer-out"])]),
    ];

    private static readonly Kind[] Thirds =
    [
        new(PensionInsurance, Third, ["51", "50", "44"], [("pension-accept", "50", []), ("pension-out", "44", ["pension-accept"]), ("pension-settle", "50", ["pension-out"])]),
        new(Sample.Relocation, "51", ["51"], [("tax-out", "50", []), ("registry-out", "50", ["tax-out"]), ("tax-in", "51", ["tax-out"]), ("registry-in", "51", ["registry-out", "tax-in"])]),
    ];

    private const string MedicalInsurance = "02-medical-insurance-transfer";
    private const string PensionInsurance = "03-pension-insurance-transfer";

    public static IReadOnlyList<PlannedApplication> Draw(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Applications).Select(i => Draw(i, i % 2 == 1 ? Thirds : Others, random))];
    }

    private static PlannedApplication Draw(int place, Kind[] kinds, Random random)
    {
        var kind = kinds[random.Next(kinds.Length)];
        var filedIn = kind.FiledIn[random.Next(kind.FiledIn.Length)];
        var filedAfter = TimeSpan.FromSeconds((place * 165) + random.Next(160));
        return new PlannedApplication($"STREAM-{place:D2}", filedIn, kind.Competent, kind.Item, filedAfter,
            [.. kind.Reviews.Select(review => new PlannedReview(review.Department, review.Province, review.After, TimeSpan.FromSeconds(random.Next(120, 1200))))]);
    }

    private sealed record Kind(string Item, string Competent, string[] FiledIn, (string Department, string Province, string[] After)[] Reviews);
}
