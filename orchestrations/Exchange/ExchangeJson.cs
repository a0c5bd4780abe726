using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace CrossRegion.Orchestrations.Exchange;

/// <summary>
/// How the exchange writes JSON: camelCase, absent instead of null, nothing escaped that need not be. What is read has every member it must
/// have and none twice; members that are not known are ignored, so that a newer peer may say more.
/// </summary>
public static class ExchangeJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static byte[] WriteBytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <exception cref="InvalidDataException">The document is not what it should be.</exception>
    public static T Read<T>(string body) where T : class =>
        Attempt(() => JsonSerializer.Deserialize<T>(body, Options), out var fault) ?? throw new InvalidDataException($"a stored {typeof(T).Name} {fault}");

    /// <summary>Reads what came from outside; <paramref name="fault"/> says what is wrong with it.</summary>
    public static bool TryRead<T>(ReadOnlyMemory<byte> json, [NotNullWhen(true)] out T? value, [NotNullWhen(false)] out string? fault) where T : class
    {
        value = Attempt(() => JsonSerializer.Deserialize<T>(json.Span, Options), out fault);
        return value is not null;
    }

    private static T? Attempt<T>(Func<T?> read, out string? fault) where T : class
    {
        try
        {
            var value = read();
            fault = value is null ? "is null" : null;
            return value;
        }
        catch (JsonException exception)
        {
            fault = $"cannot be read: {exception.Message}";
            return null;
        }
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            AllowDuplicateProperties = false,
            AllowOutOfOrderMetadataProperties = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            IgnoreReadOnlyProperties = true, // What follows from the rest is not written.
            NumberHandling = JsonNumberHandling.Strict,
            PropertyNameCaseInsensitive = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
        };
        options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
