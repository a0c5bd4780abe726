using System.Security.Cryptography;
using System.Text;
using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.Faults;
using CrossRegion.Orchestrations.Cases;

namespace CrossRegion.Orchestrations.Limits;

/// <summary>
/// The calendar of now: the notices that the program came with, and over them those that were imported since. It is replaced whole, so
/// whoever took <see cref="Value"/> counts by one calendar to the end.
/// </summary>
public sealed class CurrentCalendar(IReadOnlyList<CatalogueFile> shipped, SupervisionThresholds thresholds)
{
    private volatile WorkingDayCalendar _value = WorkingDayCalendar.Load(shipped);

    public WorkingDayCalendar Value => _value;

    /// <summary>
    /// Twelve hexadecimal digits that change whenever a limit could come out otherwise: with a notice, or with the thresholds of
    /// supervision.
    /// </summary>
    public string Fingerprint()
    {
        var (value, text) = (_value, new StringBuilder());
        foreach (var notice in value.Notices.Concat(value.LocalNotices))
        {
            text.Append(CaseJson.Write(notice)).Append('\n');
        }

        text.Append(CaseJson.Write(thresholds));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..12];
    }

    /// <summary>What is wrong with the calendar that these notices would make over the shipped ones; empty when nothing is.</summary>
    public IReadOnlyList<Fault> Check(IReadOnlyCollection<CatalogueFile> imported) =>
        WorkingDayCalendar.TryLoad(Over(imported), out _, out var faults) ? [] : faults;

    /// <summary>Puts these notices over the shipped ones.</summary>
    /// <exception cref="CatalogueException">They make no calendar.</exception>
    public void Replace(IReadOnlyCollection<CatalogueFile> imported) => _value = WorkingDayCalendar.Load(Over(imported));

    private IEnumerable<CatalogueFile> Over(IReadOnlyCollection<CatalogueFile> imported)
    {
        var paths = imported.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return shipped.Where(file => !paths.Contains(file.Path)).Concat(imported);
    }
}
