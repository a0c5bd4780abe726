using CrossRegion.Domain.Faults;

namespace CrossRegion.Simulators.Faults;

/// <summary>Reads how long something takes: exactly one kind of distribution, its unit and its end.</summary>
internal static class DistributionReader
{
    private const double Day = 86400;
    private const string Seconds = "seconds";
    private const string WorkingHours = "workingHours";

    private static readonly string[] Kinds = ["constant", "uniform", "exponential", "logNormal"];

    /// <param name="reader">The distribution's object.</param>
    /// <param name="hour">What a working hour is in seconds; null: this takes no working hours.</param>
    public static Distribution? Read(ObjectReader reader, double? hour)
    {
        var scale = hour is { } seconds ? ReadUnit(reader, seconds) : 1;
        var most = (reader.Number("most", 0, Day, Day) ?? Day) * scale;
        Distribution? distribution = null;
        switch (Kinds.Where(reader.Has).ToArray())
        {
            case ["constant"]:
                distribution = reader.Number("constant", 0, Day) is { } value ? Distribution.Constant(Math.Min(value * scale, most)) : null;
                break;
            case ["uniform"]:
                distribution = reader.Object("uniform", kind => ReadPair(kind, "least", "most", 0, (least, longest) =>
                    Distribution.Uniform(Math.Min(least * scale, most), Math.Min(longest * scale, most))));
                break;
            case ["exponential"]:
                distribution = reader.Object("exponential", kind =>
                {
                    var mean = kind.Number("mean", 0, Day);
                    return kind.Build(() => Distribution.Exponential(mean!.Value * scale, most));
                });
                break;
            case ["logNormal"]:
                distribution = reader.Object("logNormal", kind => ReadPair(kind, "median", "p95", 0.001, (median, p95) =>
                    Distribution.LogNormal(median * scale, p95 * scale, most)));
                break;
            default:
                reader.Report(
                    Kinds[0], "distribution", $"应有且仅有一种分布:{string.Join(' ', Kinds)}", $"exactly one of these is expected: {string.Join(' ', Kinds)}");
                Array.ForEach(Kinds, reader.Skip);
                break;
        }

        return reader.Build(() => distribution!);
    }

    private static double ReadUnit(ObjectReader reader, double hour)
    {
        switch (reader.Has("unit") ? reader.Text("unit") : Seconds)
        {
            case Seconds or null:
                return 1;
            case WorkingHours:
                return hour;
            default:
                reader.Report("unit", "unit", $"应为{Seconds}或{WorkingHours}", $"{Seconds} or {WorkingHours} is expected");
                return 1;
        }
    }

    private static Distribution? ReadPair(ObjectReader reader, string low, string high, double least, Func<double, double, Distribution> make)
    {
        var (lower, upper) = (reader.Number(low, least, Day), reader.Number(high, least, Day));
        if (lower > upper)
        {
            reader.Report(high, "order", $"不得小于{low}", $"it is less than {low}");
        }

        return reader.Build(() => make(lower!.Value, upper!.Value));
    }
}
