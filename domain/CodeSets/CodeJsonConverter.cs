using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrossRegion.Domain.CodeSets;

/// <summary>A member of a code set is its code in JSON.</summary>
public sealed class CodeJsonConverter<T> : JsonConverter<T> where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && CodeSet<T>.TryParse(reader.GetString(), out var value)
            ? value
            : throw new JsonException($"expected one of the codes of {typeof(T).Name}: {string.Join(' ', CodeSet<T>.Codes)}");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(CodeSet<T>.Code(value));
}
