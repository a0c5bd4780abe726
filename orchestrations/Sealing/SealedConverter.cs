using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CrossRegion.Orchestrations.Sealing;

/// <summary>Writes a personal property as one sealed text and opens it again; what stands unsealed is read as it is.</summary>
/// <param name="property">Its name in JSON: part of the place it is sealed for.</param>
/// <param name="plain">How the value is written inside.</param>
/// <param name="erased">The JSON of what it reads as when it cannot be opened.</param>
internal sealed class SealedConverter<T>(string property, JsonTypeInfo<T> plain, string erased) : JsonConverter<T> where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var scope = SealScope.Current;
        if (reader.TokenType != JsonTokenType.String || !reader.ValueSpan.StartsWith(SealedText.Prefix))
        {
            scope.MetClearText = true;
            return JsonSerializer.Deserialize(ref reader, plain);
        }

        return scope.Opens
            ? JsonSerializer.Deserialize(scope.Open(reader.ValueSpan, property), plain)
            : JsonSerializer.Deserialize(erased, plain);
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        var scope = SealScope.Current;
        if (scope.Opens)
        {
            writer.WriteStringValue(scope.Seal(JsonSerializer.SerializeToUtf8Bytes(value, plain), property));
        }
        else
        {
            writer.WriteRawValue(erased);
        }
    }
}
