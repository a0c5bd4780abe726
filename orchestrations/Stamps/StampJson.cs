using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace CrossRegion.Orchestrations.Stamps;

/// <summary>How the bodies of hand-overs are written: camelCase, absent instead of null. They are sealed where they are kept, and encrypted on their way.</summary>
internal static class StampJson
{
    private static readonly JsonSerializerOptions Options = Create();

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads what a peer has handed over; <paramref name="fault"/> says what is wrong with it.</summary>
    public static bool TryRead<T>(string body, [NotNullWhen(true)] out T? value, [NotNullWhen(false)] out string? fault) where T : class
    {
        try
        {
            value = JsonSerializer.Deserialize<T>(body, Options);
            fault = value is null ? "is null" : null;
        }
        catch (JsonException exception)
        {
            (value, fault) = (null, $"cannot be read: {exception.Message}");
        }

        return value is not null;
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            AllowDuplicateProperties = false,
            AllowOutOfOrderMetadataProperties = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
