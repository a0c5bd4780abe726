using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrossRegion.Orchestrations.Events;

/// <summary>A member of a code set is the events' word for it in JSON.</summary>
public abstract class WireNameJsonConverter<T> : JsonConverter<T> where T : struct, Enum
{
    private readonly Dictionary<string, T> _byName;
    private readonly Dictionary<T, string> _byValue;

    private protected WireNameJsonConverter(params (string Name, T Value)[] names)
    {
        _byName = names.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
        _byValue = names.ToDictionary(pair => pair.Value, pair => pair.Name);
    }

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString(), out var value)
            ? value
            : throw new JsonException($"expected one of {string.Join(' ', _byName.Keys)}");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(_byValue[value]);

    /// <summary>The member that events call <paramref name="name"/>.</summary>
    public bool TryParse(string? name, out T value)
    {
        value = default;
        return name is not null && _byName.TryGetValue(name, out value);
    }
}
