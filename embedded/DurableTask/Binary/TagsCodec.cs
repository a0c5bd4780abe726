namespace CrossRegion.Embedded.DurableTask.Binary;

/// <summary>Tags as bytes: their number, then name and value of each. None and empty are the same.</summary>
internal static class TagsCodec
{
    public static void Write(ByteWriter to, IReadOnlyDictionary<string, string>? tags)
    {
        to.Number(tags?.Count ?? 0);
        foreach (var (name, value) in tags ?? System.Collections.Immutable.ImmutableDictionary<string, string>.Empty)
        {
            to.Text(name);
            to.Text(value);
        }
    }

    public static IReadOnlyDictionary<string, string>? Read(ref ByteReader from)
    {
        var count = from.Count();
        if (count == 0)
        {
            return null;
        }

        var tags = new Dictionary<string, string>();
        for (var i = 0; i < count; i++)
        {
            tags[from.RequiredText()] = from.RequiredText();
        }

        return tags;
    }
}
