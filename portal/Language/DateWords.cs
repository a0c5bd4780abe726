using System.Globalization;
using CrossRegion.Domain.Calendars;
using NodaTime;

namespace CrossRegion.Portal.Language;

/// <summary>Days and moments as people read them, in Asia/Shanghai.</summary>
internal static class DateWords
{
    public static string Day(DateOnly day, PortalLanguage language) =>
        day.ToString(language.Say("yyyy'年'M'月'd'日'", "d MMMM yyyy"), CultureInfo.InvariantCulture);

    public static string Moment(DateTimeOffset moment, PortalLanguage language)
    {
        var local = InChina(moment);
        return $"{Day(DateOnly.FromDateTime(local.DateTime), language)} {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>For the attribute <c>datetime</c>.</summary>
    public static string Machine(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>For the attribute <c>datetime</c>.</summary>
    public static string Machine(DateTimeOffset moment) => InChina(moment).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static DateTimeOffset InChina(DateTimeOffset moment) => Instant.FromDateTimeOffset(moment).InZone(ChinaTime.Zone).ToDateTimeOffset();
}
