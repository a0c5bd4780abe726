using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrossRegion.Simulators.Lines;

/// <summary>A signed message (JWS in compact form, docs/exchange.md) as whoever stands between two stamps can read and change it.</summary>
internal static class LineMessage
{
    /// <summary>The hand-over that a message is about, by what its envelope says: <c>51-44/NUMBER/3</c>; null when it says nothing of the kind.</summary>
    public static string? NameOf(string message)
    {
        try
        {
            var envelope = JsonNode.Parse(Base64Url.DecodeFromChars(message.Split('.')[1]))!;
            return $"{(string)envelope["from"]!}-{(string)envelope["to"]!}/{(string)envelope["number"]!}/{(int)envelope["sequence"]!}";
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or IndexOutOfRangeException or NullReferenceException)
        {
            return null;
        }
    }

    /// <summary>The same with one byte of its signature changed: header and payload can still be read, and nobody has signed them.</summary>
    /// <param name="message">As it was sent.</param>
    /// <param name="draw">Which byte, from 0 to 1.</param>
    public static string WithWrongSignature(string message, double draw)
    {
        var end = message.LastIndexOf('.') + 1;
        var signature = Base64Url.DecodeFromChars(message.AsSpan(end));
        signature[(int)(draw * signature.Length)] ^= 1;
        return message[..end] + Base64Url.EncodeToString(signature);
    }
}
