using System.Diagnostics.CodeAnalysis;

namespace CrossRegion.Embedded.Functions.Queues.Storage;

/// <summary>Bodies as the text of a Storage message, and back.</summary>
internal static class MessageText
{
    public static string Write(BinaryData body, MessageEncoding encoding) => encoding == MessageEncoding.Base64
        ? Convert.ToBase64String(body.ToMemory().Span)
        : body.ToString();

    /// <summary>False when the text is none of this encoding: somebody put it there in another one.</summary>
    public static bool TryRead(string text, MessageEncoding encoding, [NotNullWhen(true)] out BinaryData? body)
    {
        if (encoding == MessageEncoding.None)
        {
            body = BinaryData.FromString(text);
            return true;
        }

        byte[] bytes = new byte[text.Length];
        bool read = Convert.TryFromBase64String(text, bytes, out int length);
        body = read ? new BinaryData(bytes.AsMemory(0, length)) : null;
        return read;
    }
}
