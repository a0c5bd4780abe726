using System.Globalization;
using CrossRegion.Domain.Cases;
using CrossRegion.Simulators;
using CrossRegion.Simulators.Samples;

namespace CrossRegion.Cli.Demo;

/// <summary>What came out of a demo.</summary>
internal static class DemoResult
{
    public static DemoSummary Summarise(
        IReadOnlyCollection<DemoApplication> applications, SimulatedProvinces provinces, int stamps, ExchangeResult? exchange)
    {
        var cases = applications.Where(application => application.HasCase).ToList();
        return new DemoSummary(
            applications.Select(application => application.Number).OfType<object>().Distinct().Count(),
            cases.Count(application => application.Status is { Decision.Outcome: DecisionOutcome.Granted, Certificate: not null }),
            cases.Count(application => application.Status?.Decision?.Outcome == DecisionOutcome.Refused),
            cases.Count(application => application.Status?.NotAccepted is not null),
            applications.Count(application => application.Sample.Expect == Expectation.Duplicate && application.Submission?.Duplicate == true),
            provinces.Journal.Certificates().SelectMany(issued => issued).Distinct().Count(),
            provinces.NoticeGateway.Notices.Count,
            cases.Count(application => !application.Verdict.Settled),
            stamps,
            exchange?.HandOvers ?? 0,
            exchange?.WithoutReceipt ?? 0);
    }

    /// <summary>Everything that is not as it must be, a line each.</summary>
    public static IEnumerable<string> Wrong(IEnumerable<DemoApplication> applications, SimulatedProvinces provinces, ExchangeResult? exchange)
    {
        foreach (var application in applications.Where(application => !application.Verdict.Right))
        {
            yield return $"{application.Sample.Name}: {application.Verdict.Wrong ?? $"没有结束 has not ended: {application.Line}"}";
        }
        foreach (var effect in provinces.Journal.RepeatedEffects().Concat(provinces.Journal.AlteredEvents()).Concat(provinces.SharedData.RepeatedQueries()))
        {
            yield return $"重复生效 repeated: {effect}";
        }
        foreach (var line in exchange?.Wrong ?? [])
        {
            yield return line;
        }
        if (exchange is null or { WithoutReceipt: > 0 })
        {
            yield return $"移交尚无回执 hand-overs without a receipt: {exchange?.WithoutReceipt.ToString(CultureInfo.InvariantCulture) ?? "?"}";
        }
        var certificates = provinces.Journal.Certificates();
        foreach (var several in certificates.Where(issued => issued.Count() > 1))
        {
            yield return $"{several.Key} 有多个证照标识 has several certificates: {string.Join(", ", several)}";
        }
        foreach (var shared in certificates.SelectMany(issued => issued).GroupBy(identifier => identifier).Where(same => same.Count() > 1))
        {
            yield return $"证照标识重复 certificate issued twice: {shared.Key}";
        }
    }
}
