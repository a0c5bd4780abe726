using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange;
using Microsoft.Extensions.Configuration;
using NodaTime;

namespace CrossRegion.Functions.Composition;

/// <summary>Reads <see cref="ExchangeOptions"/>; the peers' endpoints and keys are read by who uses them.</summary>
internal static class ExchangeSettings
{
    /// <param name="section">The section <c>CrossRegion</c>.</param>
    /// <param name="stamp">The province that the stamp speaks for; null when that is wrong, and told.</param>
    /// <param name="numbers">Reads numbers.</param>
    /// <param name="faults">Gets what is wrong.</param>
    public static ExchangeOptions Read(IConfigurationSection section, ProvinceCode? stamp, NumberSettings numbers, List<string> faults)
    {
        var provinces = section["Provinces"] is { Length: > 0 } list
            ? Codes("CrossRegion__Provinces", list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), faults)
            : stamp is null ? [] : [stamp];
        var peers = Codes("CrossRegion__Peers", section.GetSection("Peers").GetChildren().Select(peer => peer.Key), faults);
        if (stamp is not null && !provinces.Contains(stamp))
        {
            faults.Add($"CrossRegion__Provinces does not name {stamp}, which CrossRegion__Stamp does");
        }

        foreach (var both in peers.Intersect(provinces))
        {
            faults.Add($"CrossRegion__Peers names {both}, which this stamp serves itself");
        }

        if (peers.Count > 0 && section["Store"] is not (null or "Sqlite") && string.IsNullOrWhiteSpace(section["Exchange:SigningKey"]))
        {
            faults.Add("CrossRegion__Exchange__SigningKey is needed with peers: only the embedded store has a place to keep one");
        }

        return new ExchangeOptions(provinces, peers)
        {
            MessageLifetime = Seconds("MessageLifetimeSeconds", 600, 30, 86_400),
            ClockSkew = Seconds("ClockSkewSeconds", 60, 0, 600),
            RetryFirst = Seconds("RetryFirstSeconds", 1, 0.01, 3_600),
            RetryCeiling = Seconds("RetryCeilingSeconds", 60, 1, 86_400),
            AlarmAfter = Seconds("AlarmAfterSeconds", 900, 1, 604_800),
            CatchUpShare = numbers.Read("Exchange:CatchUpShare", 0.5, 0.05, 1),
        };

        Duration Seconds(string name, double otherwise, double least, double most) =>
            Duration.FromSeconds(numbers.Read("Exchange:" + name, otherwise, least, most));
    }

    private static List<ProvinceCode> Codes(string setting, IEnumerable<string> codes, List<string> faults)
    {
        var read = new List<ProvinceCode>();
        foreach (var text in codes.Distinct(StringComparer.Ordinal))
        {
            if (ProvinceCode.TryParse(text, out var code, out var fault))
            {
                read.Add(code);
            }
            else
            {
                faults.Add($"{setting}: {fault.MessageEn}");
            }
        }

        return read;
    }
}
