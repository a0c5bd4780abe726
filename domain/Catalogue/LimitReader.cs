using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Catalogue;

/// <summary>Reads limits and what they rest on.</summary>
internal static class LimitReader
{
    private const int Longest = 1000;

    public static LegalBasis? Basis(ObjectReader reader)
    {
        var title = reader.Localized("title");
        var article = reader.Has("article") ? reader.Text("article") : null;
        return reader.Build(() => new LegalBasis(title!, article));
    }

    public static TimeLimit? Limit(ObjectReader reader)
    {
        var amount = reader.Integer("amount", 1, Longest);
        var unit = reader.Code<LimitUnit>("unit");
        if (unit is LimitUnit.Hour or LimitUnit.Minute)
        {
            reader.Report("unit", "limit-unit", "时限应以工作日、自然日或月计", "a limit is counted in working days, calendar days or months");
        }

        var basis = reader.OptionalObject("basis", Basis);
        return reader.Build(() => new TimeLimit(amount!.Value, unit!.Value, basis));
    }

    public static ItemLimits? Limits(ObjectReader reader)
    {
        var statutory = reader.Object("statutory", Limit);
        var promised = reader.Object("promised", Limit);
        var extension = reader.OptionalObject("extension", Limit);
        var supplement = reader.Object("supplement", Limit);
        if (statutory is { Basis: null })
        {
            reader.Report("statutory/basis", "missing", "法定时限应有法律依据", "a statutory limit needs its legal basis");
        }

        if (statutory is not null && promised is not null)
        {
            CheckPromise(statutory, promised, reader);
        }

        if (statutory is not null && extension is not null && statutory.Unit != extension.Unit)
        {
            reader.Report("extension/unit", "limit-unit", "延长期限与法定时限的单位应相同", "the extension has another unit than the statutory limit");
        }

        return reader.Build(() => new ItemLimits(statutory!, promised!, extension, supplement!));
    }

    public static StageLimit? Stage(ObjectReader reader)
    {
        var stage = reader.Code<HandlingStage>("stage");
        var limit = reader.Object("limit", Limit);
        return reader.Build(() => new StageLimit(stage!.Value, limit!));
    }

    private static void CheckPromise(TimeLimit statutory, TimeLimit promised, ObjectReader reader)
    {
        if (statutory.Unit != promised.Unit)
        {
            reader.Report("promised/unit", "limit-unit", "承诺时限与法定时限的单位应相同", "the promised limit has another unit than the statutory one");
        }
        else if (promised.Amount > statutory.Amount)
        {
            reader.Report(
                "promised/amount", "promised-exceeds-statutory", "承诺时限不得长于法定时限", "the promised limit is longer than the statutory one");
        }
    }
}
