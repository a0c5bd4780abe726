using System.Text.Json;
using System.Text.Unicode;
using CrossRegion.Domain.Faults;

namespace CrossRegion.Functions.Intake;

/// <summary>
/// JSON as RFC 8259 and RFC 7493 (I-JSON) have it and no more. What two readers could understand differently (a member twice, half
/// a surrogate pair, a number beyond a double) is a fault, and so is what would only cost time: great depth and very many values.
/// </summary>
internal static class StrictJson
{
    /// <summary>Objects and arrays inside each other.</summary>
    public const int MaximumDepth = 16;

    /// <summary>Members of an object, or elements of an array.</summary>
    public const int MaximumMembers = 200;

    /// <summary>Values in one body, all together.</summary>
    public const int MaximumValues = 50_000;

    private const int MaximumNumberCharacters = 64;

    /// <summary>Notes every fault; false when the text cannot be worked with any further. A member twice does not prevent that.</summary>
    public static bool Check(ReadOnlySpan<byte> utf8, FaultCollector faults)
    {
        if (utf8.StartsWith("\uFEFF"u8))
        {
            faults.Add("", "byte-order-mark", "JSON不得以字节顺序标记开头", "JSON does not begin with a byte order mark");
            return false;
        }

        if (!Utf8.IsValid(utf8))
        {
            faults.Add("", "invalid-utf8", "内容不是有效的UTF-8", "the content is not valid UTF-8");
            return false;
        }

        var place = new JsonPlace();
        try
        {
            return Walk(new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaximumDepth + 1 }), place, faults);
        }
        catch (JsonException e)
        {
            var (line, position) = (e.LineNumber + 1, e.BytePositionInLine + 1);
            faults.Add(EventPath.Told(place.Path), "malformed-json", $"第{line}行第{position}字节处不是合法的JSON", $"not JSON at line {line}, byte {position}");
            return false;
        }
    }

    private static bool Walk(Utf8JsonReader reader, JsonPlace place, FaultCollector faults)
    {
        var (sound, values) = (true, 0);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                place.Close();
                continue;
            }

            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                if (!TryRead(ref reader, out var name))
                {
                    return InvalidText(place, faults);
                }

                if (!place.NextMember(name, out var members))
                {
                    faults.Add(EventPath.Told(place.Path), "duplicate-member", "同一成员出现多次", "the member occurs more than once");
                }

                if (members > MaximumMembers)
                {
                    return TooMany(place, faults);
                }

                continue;
            }

            if (place.NextElement() > MaximumMembers || ++values > MaximumValues)
            {
                return TooMany(place, faults);
            }

            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray when place.Depth == MaximumDepth:
                    faults.Add(EventPath.Told(place.Path), "too-deep", $"嵌套超过{MaximumDepth}层", $"nested more than {MaximumDepth} levels deep");
                    return false;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    place.Open(reader.TokenType == JsonTokenType.StartObject);
                    break;
                case JsonTokenType.String when !TryRead(ref reader, out _):
                    sound = InvalidText(place, faults);
                    break;
                case JsonTokenType.Number when !IsInRange(ref reader):
                    faults.Add(EventPath.Told(place.Path), "number-out-of-range", "数值超出范围", "the number is beyond the range of a double, or of 64 bits");
                    sound = false;
                    break;
            }
        }

        return sound;
    }

    /// <summary>Within a double, and an integer within 64 bits.</summary>
    private static bool IsInRange(ref Utf8JsonReader reader) =>
        reader.ValueSpan.Length <= MaximumNumberCharacters
        && double.IsFinite(reader.GetDouble())
        && (reader.ValueSpan.ContainsAny(".eE"u8) || reader.TryGetInt64(out _));

    private static bool TryRead(ref Utf8JsonReader reader, out string text)
    {
        try
        {
            text = reader.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            // The one way the reader tells of an escaped surrogate without its other half.
            text = "";
            return false;
        }
    }

    private static bool InvalidText(JsonPlace place, FaultCollector faults)
    {
        faults.Add(EventPath.Told(place.Path), "invalid-text", "文字含有不成对的代理字符", "the text has half of a surrogate pair");
        return false;
    }

    private static bool TooMany(JsonPlace place, FaultCollector faults)
    {
        faults.Add(
            EventPath.Told(place.Path),
            "too-many-members",
            $"一个对象或数组最多{MaximumMembers}项,整个请求最多{MaximumValues}个值",
            $"an object or array has at most {MaximumMembers} members, and a request {MaximumValues} values");
        return false;
    }
}
