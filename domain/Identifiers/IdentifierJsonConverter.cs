using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrossRegion.Domain.Identifiers;

/// <summary>An identifier is its canonical text in JSON, as a value and as a property's name.</summary>
public sealed class IdentifierJsonConverter<T> : JsonConverter<T> where T : class, IIdentifier<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? Parse(reader.GetString())
            : throw new JsonException($"a {typeof(T).Name} is a string in JSON");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);

    private static T Parse(string? text) =>
        T.TryParse(text, out var value, out var fault) ? value : throw new JsonException(fault.MessageEn);
}
