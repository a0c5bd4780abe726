using System.Diagnostics.CodeAnalysis;
using CrossRegion.Domain.Faults;
using Microsoft.Net.Http.Headers;

namespace CrossRegion.Functions.Intake;

/// <summary>Reads the content mode from the content type.</summary>
internal static class ContentType
{
    public const string Binary = "application/json";
    public const string Structured = "application/cloudevents+json";
    public const string Batch = "application/cloudevents-batch+json";

    public static bool TryReadMode(string? contentType, out ContentMode mode, [NotNullWhen(false)] out Fault? fault)
    {
        mode = default;
        if (!MediaTypeHeaderValue.TryParse(contentType, out var parsed) || ModeOf(parsed.MediaType.Value) is not { } found)
        {
            fault = new Fault(
                "",
                "content-type",
                $"内容类型应为{Structured}、{Batch},或带ce-头的{Binary}",
                $"the content type is {Structured}, {Batch}, or {Binary} with ce- headers");
            return false;
        }

        if (parsed.Charset.HasValue && !HeaderUtilities.RemoveQuotes(parsed.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            fault = new Fault("", "charset", "字符集应为utf-8", "the charset is utf-8");
            return false;
        }

        mode = found;
        fault = null;
        return true;
    }

    private static ContentMode? ModeOf(string? mediaType) => mediaType?.ToLowerInvariant() switch
    {
        Binary => ContentMode.Binary,
        Structured => ContentMode.Structured,
        Batch => ContentMode.Batch,
        _ => null,
    };
}
