using System.Globalization;
using CrossRegion.Domain.Faults;
using CrossRegion.Simulators.Reserved;

namespace CrossRegion.Simulators.Faults;

/// <summary>Reads a faults file; everything is optional, and what is not there does not happen.</summary>
internal static class FaultReader
{
    /// <summary>The longest time of any kind, a day in seconds.</summary>
    private const double Day = 86400;

    private const double RealHour = 3600;

    public static FaultPlan? Read(string file, string text, FaultCollector faults)
    {
        if (ObjectReader.Open(file, text, faults) is not { } reader)
        {
            return null;
        }

        reader.Skip("$schema");
        var hour = reader.Number("secondsPerWorkingHour", 0.001, RealHour, RealHour) ?? RealHour;
        var providers = reader.OptionalObject("providers", system => ReadSystem(system, hour, answersOnly: true, malformed: true));
        var platforms = reader.OptionalObject("platforms", system => ReadSystem(system, hour));
        var departments = reader.OptionalObject("departments", system => ReadSystem(system, hour));
        var notices = reader.OptionalObject("notices", system => ReadSystem(system, hour, answersOnly: true));
        var exchange = reader.OptionalObject("exchange", ReadLine);
        var outcomes = reader.OptionalObject("outcomes", ReadOutcomes);
        return reader.Build(() => new FaultPlan
        {
            Providers = providers ?? SystemFaults.None,
            Platforms = platforms ?? SystemFaults.None,
            Departments = departments ?? SystemFaults.None,
            Notices = notices ?? SystemFaults.None,
            Exchange = exchange ?? LineFaults.None,
            Outcomes = outcomes ?? FaultPlan.None.Outcomes,
        });
    }

    private static SystemFaults? ReadSystem(ObjectReader reader, double hour, bool answersOnly = false, bool malformed = false)
    {
        var answers = reader.OptionalObject("answers", faults => ReadAnswers(faults, malformed));
        var posts = answersOnly ? null : reader.OptionalObject("posts", ReadPosts);
        var time = answersOnly ? null : reader.OptionalObject("time", distribution => DistributionReader.Read(distribution, hour));
        return reader.Build(() => new SystemFaults { Answers = answers ?? AnswerFaults.None, Posts = posts ?? PostFaults.None, Time = time });
    }

    private static AnswerFaults? ReadAnswers(ObjectReader reader, bool malformed)
    {
        var latency = reader.OptionalObject("latency", distribution => DistributionReader.Read(distribution, hour: null));
        var errors = reader.OptionalObject("errors", ReadErrors);
        var lost = reader.Number("lost", 0, 1, 0);
        var nonsense = malformed ? reader.Number("malformed", 0, 1, 0) : 0;
        var outages = reader.Has("outages") ? reader.Objects("outages", 1, ReadOutage) : [];
        if ((errors?.Values.Sum() ?? 0) + lost + nonsense > 1)
        {
            reader.Report("errors", "sum", "各类故障的比例之和不得超过1", "the rates of errors, lost and malformed answers are more than 1 in all");
        }

        return reader.Build(() => new AnswerFaults
        {
            Latency = latency ?? Distribution.None,
            Errors = errors ?? AnswerFaults.None.Errors,
            Lost = lost!.Value,
            Malformed = nonsense!.Value,
            Outages = outages,
        });
    }

    private static Dictionary<int, double>? ReadErrors(ObjectReader reader)
    {
        var errors = new Dictionary<int, double>();
        foreach (var name in reader.Properties)
        {
            if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 400 and <= 599)
            {
                errors[status] = reader.Number(name, 0, 1) ?? 0;
            }
        }

        return reader.Build(() => errors);
    }

    private static Outage? ReadOutage(ObjectReader reader)
    {
        var (from, to) = (reader.Number("from", 0, Day), reader.Number("to", 0, Day));
        if (from >= to)
        {
            reader.Report("to", "order", "结束应晚于开始", "an outage ends after it has begun");
        }

        return reader.Build(() => new Outage(from!.Value, to!.Value));
    }

    private static PostFaults? ReadPosts(ObjectReader reader)
    {
        var duplicates = reader.OptionalObject("duplicates", ReadDelayed);
        var reordered = reader.OptionalObject("reordered", ReadDelayed);
        var malformed = reader.Number("malformed", 0, 1, 0);
        var wrongKeys = reader.Number("wrongKeys", 0, 1, 0);
        return reader.Build(() => new PostFaults
        {
            Duplicates = duplicates ?? Delayed.Never,
            Reordered = reordered ?? Delayed.Never,
            Malformed = malformed!.Value,
            WrongKeys = wrongKeys!.Value,
        });
    }

    private static LineFaults? ReadLine(ObjectReader reader)
    {
        var answers = reader.OptionalObject("answers", faults => ReadAnswers(faults, malformed: false));
        var wrongSignatures = reader.Number("wrongSignatures", 0, 1, 0);
        var wrongReceipts = reader.Number("wrongReceipts", 0, 1, 0);
        var duplicates = reader.OptionalObject("duplicates", ReadDelayed);
        var reordered = reader.OptionalObject("reordered", ReadDelayed);
        return reader.Build(() => new LineFaults
        {
            Answers = answers ?? AnswerFaults.None,
            WrongSignatures = wrongSignatures!.Value,
            WrongReceipts = wrongReceipts!.Value,
            Duplicates = duplicates ?? Delayed.Never,
            Reordered = reordered ?? Delayed.Never,
        });
    }

    private static Delayed? ReadDelayed(ObjectReader reader)
    {
        var rate = reader.Number("rate", 0, 1);
        var within = reader.Number("within", 0, RealHour, 5);
        return reader.Build(() => new Delayed(rate!.Value, within!.Value));
    }

    private static Dictionary<ReservedOutcome, double>? ReadOutcomes(ObjectReader reader)
    {
        var outcomes = new Dictionary<ReservedOutcome, double>();
        foreach (var outcome in Enum.GetValues<ReservedOutcome>().Where(outcome => outcome != ReservedOutcome.Granted))
        {
            outcomes[outcome] = reader.Number(ReservedApplicant.NameOf(outcome), 0, 1, 0) ?? 0;
        }

        if (outcomes.Values.Sum() > 1)
        {
            reader.Report("refused", "sum", "各类结果的比例之和不得超过1", "the rates of outcomes are more than 1 in all");
        }

        return reader.Build(() => outcomes);
    }
}
