using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CrossRegion.Domain;
using CrossRegion.Orchestrations.Sealing;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace CrossRegion.Orchestrations.Cases;

/// <summary>
/// How cases, timelines and effects are written in the document store. What is <see cref="PersonalDataAttribute"/> is written and read by
/// way of a <see cref="CaseSeal"/> only.
/// </summary>
public static class CaseJson
{
    private static readonly JsonSerializerOptions Options = Create(new DefaultJsonTypeInfoResolver
    {
        Modifiers = { PersonalDataContract.Sealing(Create(new DefaultJsonTypeInfoResolver())) },
    });

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <exception cref="InvalidDataException">The document is not what it should be.</exception>
    public static T Read<T>(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, Options) ?? throw new InvalidDataException($"a stored {typeof(T).Name} is null");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"a stored {typeof(T).Name} cannot be read: {exception.Message}", exception);
        }
    }

    private static JsonSerializerOptions Create(IJsonTypeInfoResolver types)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            TypeInfoResolver = types,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            AllowOutOfOrderMetadataProperties = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // Stored as JSON, never placed into HTML.
        };
        options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        options.MakeReadOnly();
        return options;
    }
}
