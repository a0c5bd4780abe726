using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.Functions.Durable;

/// <summary>An instance as the management API shows it.</summary>
internal sealed record InstanceStatus(
    string Name,
    string InstanceId,
    string RuntimeStatus,
    JsonNode? Input,
    JsonNode? CustomStatus,
    JsonNode? Output,
    DateTimeOffset CreatedTime,
    DateTimeOffset LastUpdatedTime)
{
    public static InstanceStatus Of(OrchestrationMetadata instance) => new(
        instance.Name,
        instance.InstanceId,
        instance.RuntimeStatus.ToString(),
        Json(instance.SerializedInput),
        Json(instance.SerializedCustomStatus),
        instance.FailureDetails is { } failure ? JsonValue.Create($"{failure.ErrorType}: {failure.ErrorMessage}") : Json(instance.SerializedOutput),
        instance.CreatedAt,
        instance.LastUpdatedAt);

    /// <summary>Payloads are JSON unless the app has a converter of its own; then they are shown as text.</summary>
    private static JsonNode? Json(string? payload)
    {
        if (payload is null)
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(payload);
        }
        catch (JsonException)
        {
            return JsonValue.Create(payload);
        }
    }
}
