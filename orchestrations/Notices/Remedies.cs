using CrossRegion.Domain;

namespace CrossRegion.Orchestrations.Notices;

/// <summary>
/// The remedies that a refusal has to tell of (行政许可法 art. 38): administrative review within 60 days (行政复议法 art. 20), or
/// litigation within six months (行政诉讼法).
/// </summary>
internal static class Remedies
{
    public static LocalizedText Text { get; } = new(
        "如不服本决定,可自知道之日起六十日内申请行政复议,或者六个月内提起行政诉讼。",
        "Against this decision you may apply for administrative review within 60 days, or bring an action within six months, of learning of it.");
}
