using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Calendars;

/// <summary>Reads <c>calendars/CN-YEAR.json</c>.</summary>
internal static class HolidayNoticeReader
{
    public const string Folder = "calendars/";

    private const string Nation = "CN";

    public static HolidayNotice? Read(CatalogueFile file, FaultCollector faults)
    {
        if (ObjectReader.Open(file.Path, file.Text, faults) is not { } reader)
        {
            return null;
        }

        reader.Skip("$schema");
        var region = reader.Text("region");
        if (region is not null && region != Nation)
        {
            reader.Report("region", "region", $"应为{Nation}", $"{Nation} is expected");
        }

        var year = reader.Integer("year", 1949, 9998);
        if (year is not null && file.Path != $"{Folder}{Nation}-{year}.json")
        {
            reader.Report("year", "file-name", $"文件名应为{Nation}-{year}.json", $"the file's name should be {Nation}-{year}.json");
        }

        var notice = reader.Object("notice", ReadNotice);
        var holidays = reader.Objects("holidays", 1, ReadHoliday);
        var makeUpDays = reader.Dates("makeUpDays");
        return reader.Build(() => notice! with { Year = year!.Value, Holidays = holidays, MakeUpDays = makeUpDays });
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
