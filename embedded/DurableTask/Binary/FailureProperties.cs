using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace CrossRegion.Embedded.DurableTask.Binary;

/// <summary>
/// The values that a failure's properties can have, the same as over the official worker's wire: text, <c>bool</c>,
/// <c>double</c> for every number, times, lists, nested properties; anything else as text. Kept as JSON, where a prefix tells
/// a time from a text.
/// </summary>
internal static class FailureProperties
{
    private const string DateTimePrefix = "dt:";
    private const string DateTimeOffsetPrefix = "dto:";

    public static IDictionary<string, object?>? Normalize(IDictionary<string, object?>? properties) =>
        properties?.ToDictionary(property => property.Key, property => Normalize(property.Value));

    public static string Write(IDictionary<string, object?> properties) => JsonSerializer.Serialize(ToJson(properties));

    public static IDictionary<string, object?> Read(string json) => (IDictionary<string, object?>)FromJson(JsonSerializer.Deserialize<JsonElement>(json))!;

    private static object? Normalize(object? value) => value switch
    {
        null or string or bool or double or DateTime or DateTimeOffset => value,
        int or long or float or decimal => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        IDictionary<string, object?> nested => Normalize(nested),
        IEnumerable list => list.Cast<object?>().Select(Normalize).ToList(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static object? ToJson(object? value) => value switch
    {
        DateTime time => DateTimePrefix + time.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset time => DateTimeOffsetPrefix + time.ToString("O", CultureInfo.InvariantCulture),
        double number when !double.IsFinite(number) => number.ToString(CultureInfo.InvariantCulture),
        IDictionary<string, object?> nested => nested.ToDictionary(property => property.Key, property => ToJson(property.Value)),
        IList<object?> list => list.Select(ToJson).ToList(),
        _ => value,
    };

    private static object? FromJson(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => FromText(value.GetString()!),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => null,
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.Array => value.EnumerateArray().Select(FromJson).ToList(),
        _ => value.EnumerateObject().ToDictionary(property => property.Name, property => FromJson(property.Value)),
    };

    private static object FromText(string text)
    {
        if (text.StartsWith(DateTimePrefix, StringComparison.Ordinal)
            && DateTime.TryParse(text.AsSpan(DateTimePrefix.Length), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time))
        {
            return time;
        }

        return text.StartsWith(DateTimeOffsetPrefix, StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text.AsSpan(DateTimeOffsetPrefix.Length), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant)
                ? instant
                : text;
    }
}
