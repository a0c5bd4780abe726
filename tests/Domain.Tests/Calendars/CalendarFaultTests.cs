using System.Text.Json.Nodes;
using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Tests.Catalogue;

namespace CrossRegion.Domain.Tests.Calendars;

/// <summary>A wrong calendar file is refused with the fault and its place.</summary>
public class CalendarFaultTests
{
    private const string File = "calendars/CN-2026.json";

    public static TheoryData<string, string, string, string> Rules => new()
    {
        { "/region", "\"45\"", "#/region", "region" },
        { "/year", "2027", "#/year", "file-name" },
        { "/notice/number", "\"\"", "#/notice/number", "length" },
        { "/notice/date", "\"2025-11-31\"", "#/notice/date", "date" },
        { "/notice/text", "[]", "#/notice/text", "too-few" },
        { "/holidays", "[]", "#/holidays", "too-few" },
        { "/holidays/0/to", "\"2025-12-31\"", "#/holidays/0/to", "order" },
        { "/holidays/0/from", "\"2025-11-30\"", "#/holidays/0", "outside-year" },
        { "/holidays/1/from", "\"2026-01-03\"", "#/holidays/1", "day-repeated" },
        { "/holidays/1/colour", "\"red\"", "#/holidays/1/colour", "unknown-property" },
        { "/makeUpDays/0", "\"2026-01-05\"", "#/makeUpDays/0", "make-up-on-weekday" },
        { "/makeUpDays/0", "\"2026-01-03\"", "#/makeUpDays/0", "day-repeated" },
        { "/makeUpDays/1", "\"2026-01-04\"", "#/makeUpDays", "repeated" },
        { "/makeUpDays/0", "4", "#/makeUpDays/0", "type" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_broken_rule_is_told_with_its_place(string pointer, string value, string path, string code)
    {
        var files = CatalogueFolder.Read().Select(file => file.Path == File ? JsonEdit.Set(file, pointer, JsonNode.Parse(value)) : file);
        WorkingDayCalendar.TryLoad(files, out var calendar, out var faults).ShouldBeFalse();
        calendar.ShouldBeNull();
        faults.ShouldContain(fault => fault.Path == File + path && fault.Code == code, string.Join('\n', faults));
    }

    [Fact]
    public void Text_that_is_no_JSON_is_told_with_its_line()
    {
        WorkingDayCalendar.TryLoad([new CatalogueFile(File, "{\n  \"year\": ")], out _, out var faults).ShouldBeFalse();
        faults.ShouldHaveSingleItem().Code.ShouldBe("json");
    }

    [Fact]
    public void Loading_throws_with_every_fault()
    {
        var files = new[] { new CatalogueFile(File, "[]"), new CatalogueFile("calendars/CN-2025.json", "{}") };
        var thrown = Should.Throw<CatalogueException>(() => WorkingDayCalendar.Load(files));
        thrown.Faults.Select(fault => fault.Path.Split('#')[0]).Distinct().Count().ShouldBe(2);
        thrown.Message.ShouldContain(File);
    }

    [Fact]
    public void Two_notices_for_one_year_are_refused()
    {
        var notices = WorkingDayCalendar.Load(CatalogueFolder.Read()).Notices;
        WorkingDayCalendar.TryCreate([.. notices, notices[0] with { Holidays = [], MakeUpDays = [] }], out _, out var faults).ShouldBeFalse();
        faults.ShouldHaveSingleItem().Code.ShouldBe("year-repeated");
    }
}
