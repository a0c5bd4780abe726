using System.Globalization;

namespace CrossRegion.Embedded.Functions.Queues;

/// <summary>What a function may learn about its message through the binding data, as text.</summary>
internal static class QueueMessageData
{
    public const string Id = "Id";
    public const string DequeueCount = "DequeueCount";
    public const string InsertionTime = "InsertionTime";
    public const string ExpirationTime = "ExpirationTime";

    public static IReadOnlyDictionary<string, object?> Of(QueueMessage message) =>
        new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            [Id] = message.Id,
            [DequeueCount] = message.DequeueCount.ToString(CultureInfo.InvariantCulture),
            [InsertionTime] = message.InsertedAt.ToString("O", CultureInfo.InvariantCulture),
            [ExpirationTime] = message.ExpiresAt.ToString("O", CultureInfo.InvariantCulture),
        };
}
