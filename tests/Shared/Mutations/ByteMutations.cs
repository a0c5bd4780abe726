namespace CrossRegion.Tests.Mutations;

/// <summary>Changes that know nothing of JSON: bits flipped, bytes put in, taken out and doubled, the end cut off.</summary>
internal static class ByteMutations
{
    private static readonly byte[][] Bytes =
    [
        [0x00], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xEF, 0xBB, 0xBF], "\""u8.ToArray(), "\\"u8.ToArray(), "{"u8.ToArray(),
        "}"u8.ToArray(), "["u8.ToArray(), "]"u8.ToArray(), ","u8.ToArray(), ":"u8.ToArray(), "\n"u8.ToArray(), "0"u8.ToArray(), " "u8.ToArray(),
    ];

    public static (EventRequest Request, string What) Apply(Random random, EventRequest request)
    {
        var body = request.Body;
        var at = random.Next(body.Length + 1);
        var count = Math.Min(random.Next(1, 20), body.Length - at);
        var (changed, what) = random.Next(7) switch
        {
            0 when at < body.Length => (Flip(body, at, random.Next(8)), "flipped a bit"),
            1 => ([.. body[..at], .. Bytes[random.Next(Bytes.Length)], .. body[at..]], "put bytes in"),
            2 => ([.. body[..at], .. body[(at + count)..]], $"took {count} bytes out"),
            3 => ([.. body[..at], .. body[at..(at + count)], .. body[at..]], $"doubled {count} bytes"),
            4 => (body[..at], "cut the end off"),
            5 => ([.. body, .. Bytes[random.Next(Bytes.Length)]], "put bytes after the end"),
            _ => ((byte[])[.. Bytes[random.Next(Bytes.Length)], .. body], "put bytes before the beginning"),
        };
        return (request with { Body = changed }, $"{what} at {at}");
    }

    private static byte[] Flip(byte[] body, int at, int bit)
    {
        var changed = (byte[])body.Clone();
        changed[at] ^= (byte)(1 << bit);
        return changed;
    }
}
