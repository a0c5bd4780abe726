using System.Text.Json.Nodes;
using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Domain.Tests.Catalogue;
using NodaTime;

namespace CrossRegion.Domain.Tests.Calendars;

/// <summary>
/// A division's own holidays over the country's. The example is real: in 2017 the country worked on Saturday, 1 April before 清明,
/// and Guangxi had it off for 三月三 (30 and 31 March) and worked on Saturday, 8 April instead.
/// </summary>
public class LocalNoticeTests
{
    private static readonly DivisionCode Guangxi = DivisionCode.Parse("450000");
    private static readonly DivisionCode Lingshan = DivisionCode.Parse("450721");

    private static readonly HolidayNotice Country = new(
        2017,
        "国办发明电〔2016〕17号",
        new LocalDate(2016, 12, 1),
        "国务院办公厅关于2017年部分节假日安排的通知",
        ["清明节:4月2日至4日放假调休,共3天。4月1日(星期六)上班。"],
        [new Holiday(new("清明节", "Qingming Festival"), new LocalDate(2017, 4, 2), new LocalDate(2017, 4, 4))],
        [new LocalDate(2017, 4, 1)]);

    private static readonly HolidayNotice Local = Country with
    {
        Number = "无",
        Holidays = [new Holiday(new("壮族三月三", "Sanyuesan"), new LocalDate(2017, 3, 30), new LocalDate(2017, 4, 1))],
        MakeUpDays = [new LocalDate(2017, 4, 8)],
        Division = Guangxi,
    };

    [Fact]
    public void A_divisions_days_prevail_there_and_nowhere_else()
    {
        var country = Calendar(Country, Local);

        Days(country).ShouldBe(7); // 29, 30, 31 March, 1, 5, 6, 7 April
        Days(country.For(Guangxi)).ShouldBe(5); // 29 March, 5, 6, 7, 8 April
        Days(country.For(DivisionCode.Parse("510000"))).ShouldBe(7);
        country.For(Guangxi).Describe(new LocalDate(2017, 3, 31)).Holiday.ShouldNotBeNull().Name.Zh.ShouldBe("壮族三月三");
        country.For(Guangxi).IsPublished(2017).ShouldBeTrue();
    }

    [Fact]
    public void A_county_has_its_provinces_days_and_its_own_over_them()
    {
        var county = Local with { Holidays = [new Holiday(new("节", "Feast"), new LocalDate(2017, 4, 8), new LocalDate(2017, 4, 8))], MakeUpDays = [], Division = Lingshan };
        var country = Calendar(county, Country, Local);

        country.For(Lingshan).IsWorkingDay(new LocalDate(2017, 3, 30)).ShouldBeFalse();
        country.For(Lingshan).IsWorkingDay(new LocalDate(2017, 4, 8)).ShouldBeFalse();
        country.For(Guangxi).IsWorkingDay(new LocalDate(2017, 4, 8)).ShouldBeTrue();
    }

    [Fact]
    public void A_local_notice_alone_does_not_make_the_year_known() =>
        Calendar(Local).For(Guangxi).AddWorkingDays(new LocalDate(2017, 3, 1), new WorkingDays(1)).IsProvisional.ShouldBeTrue();

    [Fact]
    public void A_division_has_one_notice_a_year_and_a_day_once()
    {
        WorkingDayCalendar.TryCreate([Country, Local, Local with { Number = "二" }], out _, out var faults).ShouldBeFalse();

        faults.Select(fault => fault.Code).Distinct().ShouldBe(["day-repeated", "year-repeated"]);
        faults.ShouldAllBe(fault => fault.Path.StartsWith("calendars/450000-2017.json#", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_read_from_a_file_named_after_the_division()
    {
        var file = CatalogueFolder.Read().Single(file => file.Path == "calendars/CN-2026.json");
        var local = JsonEdit.Set(file, "/region", JsonValue.Create("450000")) with { Path = "calendars/450000-2026.json" };
        var schema = await NJsonSchema.JsonSchema.FromJsonAsync(CatalogueFolder.Read().Single(found => found.Path == "schemas/calendar.schema.json").Text);
        schema.Validate(local.Text).ShouldBeEmpty();

        var calendar = WorkingDayCalendar.Load([local]);

        calendar.Notices.ShouldBeEmpty();
        calendar.LocalNotices.ShouldHaveSingleItem().Division.ShouldBe(Guangxi);
        WorkingDayCalendar.TryLoad([local with { Path = "calendars/CN-2026.json" }], out _, out var faults).ShouldBeFalse();
        faults.ShouldHaveSingleItem().Code.ShouldBe("file-name");
    }

    private static int Days(WorkingDayCalendar calendar) =>
        calendar.WorkingDaysBetween(new LocalDate(2017, 3, 28), new LocalDate(2017, 4, 9)).Days.Count;

    private static WorkingDayCalendar Calendar(params HolidayNotice[] notices)
    {
        WorkingDayCalendar.TryCreate(notices, out var calendar, out var faults).ShouldBeTrue(string.Join('\n', faults));
        return calendar!;
    }
}
