using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Calendars;

/// <summary>Reads <c>calendars/REGION-YEAR.json</c>: <c>CN</c> or a division's code.</summary>
internal static class HolidayNoticeReader
{
    public const string Folder = "calendars/";

    public static HolidayNotice? Read(CatalogueFile file, FaultCollector faults)
    {
        if (ObjectReader.Open(file.Path, file.Text, faults) is not { } reader)
        {
            return null;
        }

        reader.Skip("$schema");
        var region = reader.Text("region");
        DivisionCode? division = null;
        var known = region == HolidayNotice.Nation || DivisionCode.TryParse(region, out division, out _);
        if (region is not null && !known)
        {
            reader.Report("region", "region", $"应为{HolidayNotice.Nation}或行政区划代码", $"{HolidayNotice.Nation} or a division's code is expected");
        }

        var year = reader.Integer("year", 1949, 9998);
        if (year is not null && known && file.Path != $"{Folder}{region}-{year}.json")
        {
            reader.Report("year", "file-name", $"文件名应为{region}-{year}.json", $"the file's name should be {region}-{year}.json");
        }

        var notice = reader.Object("notice", ReadNotice);
        var holidays = reader.Objects("holidays", 1, ReadHoliday);
        var makeUpDays = reader.Dates("makeUpDays");
        return reader.Build(() => notice! with { Year = year!.Value, Holidays = holidays, MakeUpDays = makeUpDays, Division = division });
    }

    private static HolidayNotice? ReadNotice(ObjectReader reader)
    {
        var number = reader.Text("number");
        var date = reader.Date("date");
        var title = reader.Text("title");
        var text = reader.TextList("text", 1);
        return reader.Build(() => new HolidayNotice(0, number!, date!.Value, title!, text, [], []));
    }

    private static Holiday? ReadHoliday(ObjectReader reader)
    {
        var name = reader.Localized("name");
        var from = reader.Date("from");
        var to = reader.Date("to");
        if (from > to)
        {
            reader.Report("to", "order", "放假结束早于开始", "the holiday ends before it begins");
        }

        return reader.Build(() => new Holiday(name!, from!.Value, to!.Value));
    }
}
