using System.Text.Json;
using CrossRegion.Orchestrations.Inbox;

namespace CrossRegion.Functions.Intake;

/// <summary>Messages on the queue <c>application-events</c> as text.</summary>
internal static class QueueText
{
    /// <summary>The queue's name; its poison queue is <c>application-events-poison</c>.</summary>
    public const string QueueName = "application-events";

    public static string Write(InboxMessage message) => JsonSerializer.Serialize(message, JsonSerializerOptions.Web);

    /// <exception cref="JsonException">The text is no such message.</exception>
    public static InboxMessage Read(string text) =>
        JsonSerializer.Deserialize<InboxMessage>(text, JsonSerializerOptions.Web) ?? throw new JsonException("a queue message is null");
}
