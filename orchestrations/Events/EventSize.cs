using System.Text.Json;

namespace CrossRegion.Orchestrations.Events;

/// <summary>
/// What an incoming event may have, so that all that is made of it fits into one batch of the store (2 MB): it is kept sealed, a third larger,
/// its materials twice more, and where it is handed over its text is escaped a second time.
/// </summary>
public static class EventSize
{
    /// <summary>Bytes: 256 KiB.</summary>
    public const int MaximumBytes = 256 * 1024;

    /// <summary>Bytes of its JSON as it is kept: the text as received, escaped, and its data.</summary>
    public static int Of(IncomingEvent incoming) => JsonSerializer.SerializeToUtf8Bytes(incoming, EventJson.Options).Length;
}
