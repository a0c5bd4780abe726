using System.Text;
using System.Text.Json;

namespace CrossRegion.Tests.Mutations;

/// <summary>Changes of the JSON text that a JSON library would not write: doubled members, half surrogates, huge numbers, comments.</summary>
internal static class TextMutations
{
    private static readonly string[] Raw =
    [
        "1e999", "-1e999", new string('9', 500), "1." + new string('0', 100), "0x10", "NaN", "01", "+1", "\"\\ud800\"", "\"\\udc00x\"",
        "\"\\u0000\"", "\"\\q\"", "\"\t\"", "'x'", "tru", "nul", "{\"a\":1,\"a\":2}", "{\"a\":1,}", "[1,]", "/*x*/1", "[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]",
    ];

    public static (EventRequest Request, string What) Splice(Random random, EventRequest request)
    {
        var values = Values(request.Body);
        if (values.Count == 0)
        {
            return (request with { Body = Encoding.UTF8.GetBytes(Raw[random.Next(Raw.Length)]) }, "replaced the body by raw text");
        }

        var (start, end, memberStart) = values[random.Next(values.Count)];
        if (memberStart is { } from && random.Next(3) == 0)
        {
            byte[] twice = [.. request.Body[..from], .. request.Body[from..end], (byte)',', .. request.Body[from..]];
            return (request with { Body = twice }, $"wrote the member at byte {from} twice");
        }

        var raw = Raw[random.Next(Raw.Length)];
        byte[] body = [.. request.Body[..start], .. Encoding.UTF8.GetBytes(raw), .. request.Body[end..]];
        return (request with { Body = body }, $"spliced {(raw.Length > 30 ? raw[..30] + "…" : raw)} at byte {start}");
    }

    /// <summary>Where the scalar values stand, and for members where their names begin; empty for what is not JSON.</summary>
    private static List<(int Start, int End, int? MemberStart)> Values(byte[] body)
    {
        var values = new List<(int, int, int?)>();
        try
        {
            var reader = new Utf8JsonReader(body);
            int? name = null;
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null)
                {
                    values.Add(((int)reader.TokenStartIndex, (int)reader.BytesConsumed, name));
                }

                name = reader.TokenType == JsonTokenType.PropertyName ? (int)reader.TokenStartIndex : null;
            }
        }
        catch (JsonException)
        {
            values.Clear();
        }

        return values;
    }
}
