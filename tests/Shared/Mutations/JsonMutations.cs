using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrossRegion.Tests.Mutations;

/// <summary>Changes that leave JSON what it is, but not the event: members gone, renamed, exchanged, added; values replaced, texts touched.</summary>
internal sealed class JsonMutations(Random random)
{
    private static readonly Func<JsonNode?>[] Values =
    [
        () => null,
        () => JsonValue.Create(true),
        () => JsonValue.Create(-1),
        () => JsonValue.Create(0),
        () => JsonValue.Create(6),
        () => JsonValue.Create(3.5),
        () => JsonValue.Create(long.MaxValue),
        () => JsonValue.Create(1e300),
        () => JsonValue.Create(""),
        () => JsonValue.Create(" "),
        () => JsonValue.Create("\0"),
        () => JsonValue.Create("\u202e\u200b"),
        () => JsonValue.Create("x\n"),
        () => JsonValue.Create("2026-02-30T25:61:00+99:00"),
        () => JsonValue.Create("https://["),
        () => JsonValue.Create(new string('因', 5000)),
        () => new JsonObject(),
        () => new JsonArray(),
        () => new JsonArray(null, new JsonObject { ["a"] = 1 }, "b"),
        () => new JsonArray([.. Enumerable.Range(0, 300).Select(i => (JsonNode?)i)]),
        () => new JsonObject(Enumerable.Range(0, 300).Select(i => KeyValuePair.Create($"m{i}", (JsonNode?)i))),
        () => Nested(40),
    ];

    /// <summary>Changes the event in one place and says how.</summary>
    public string Apply(JsonObject structured)
    {
        var places = Places(structured, "").ToList();
        if (places.Count == 0)
        {
            return "nothing left to change";
        }

        var (parent, key, path) = places[random.Next(places.Count)];
        return random.Next(10) switch
        {
            0 => Remove(parent, key, path),
            1 => Rename(parent, key, path),
            2 => Add(parent, path),
            3 => Repeat(parent, key, path),
            4 => Exchange(parent, key, path, places[random.Next(places.Count)]),
            5 or 6 or 7 => Touch(parent, key, path),
            _ => Replace(parent, key, path),
        };
    }

    /// <summary>Mistypes one character of something that has a check character or that the catalogue knows.</summary>
    public string Mistype(JsonObject structured)
    {
        string[] names = ["subject", "source", "item", "value", "code", "department"];
        var places = Places(structured, "").Where(place => place.Key is string name && names.Contains(name) && place.Parent[name] is JsonValue).ToList();
        if (places.Count == 0)
        {
            return Apply(structured);
        }

        var (parent, key, path) = places[random.Next(places.Count)];
        var text = Get(parent, key)!.ToString();
        var at = random.Next(text.Length + 1) - 1;
        Set(parent, key, at < 0 ? text : text[..at] + Alike(text[at]) + text[(at + 1)..]);
        return $"mistyped {path} at {at}";
    }

    private static IEnumerable<(JsonNode Parent, object Key, string Path)> Places(JsonNode node, string path) => node switch
    {
        JsonObject o => o.ToList().SelectMany(member => Here(o, member.Key, $"{path}.{member.Key}", member.Value)),
        JsonArray a => a.ToList().SelectMany((element, index) => Here(a, index, $"{path}[{index}]", element)),
        _ => [],
    };

    private static IEnumerable<(JsonNode, object, string)> Here(JsonNode parent, object key, string path, JsonNode? value) =>
        value is null ? [(parent, key, path)] : Places(value, path).Prepend((parent, key, path));

    private static JsonNode Nested(int depth)
    {
        JsonNode node = new JsonObject();
        for (var i = 0; i < depth; i++)
        {
            node = new JsonArray(node);
        }

        return node;
    }

    private static JsonNode? Get(JsonNode parent, object key) => key is int index ? parent[index] : parent[(string)key];

    private static void Set(JsonNode parent, object key, JsonNode? value)
    {
        if (key is int index)
        {
            parent[index] = value;
        }
        else
        {
            parent[(string)key] = value;
        }
    }

    private static string Remove(JsonNode parent, object key, string path)
    {
        if (key is int index)
        {
            parent.AsArray().RemoveAt(index);
        }
        else
        {
            parent.AsObject().Remove((string)key);
        }

        return $"removed {path}";
    }

    private string Rename(JsonNode parent, object key, string path)
    {
        if (key is not string name)
        {
            return Touch(parent, key, path);
        }

        var value = parent[name]?.DeepClone();
        parent.AsObject().Remove(name);
        var other = random.Next(3) switch { 0 => name.ToUpperInvariant(), 1 => name + "\u0000", _ => "" };
        parent[other] = value;
        return $"renamed {path} to '{other}'";
    }

    private string Add(JsonNode parent, string path)
    {
        var value = Values[random.Next(Values.Length)]();
        if (parent is JsonArray array)
        {
            array.Add(value);
        }
        else
        {
            parent[$"added{random.Next(3)}"] = value;
        }

        return $"added a member beside {path}";
    }

    private string Repeat(JsonNode parent, object key, string path)
    {
        if (Get(parent, key) is not JsonArray array || array.Count == 0)
        {
            return Replace(parent, key, path);
        }

        var times = random.Next(2) == 0 ? 1 : 150;
        for (var i = 0; i < times; i++)
        {
            array.Add(array[0]?.DeepClone());
        }

        return $"repeated {path}[0] {times} times";
    }

    private static string Exchange(JsonNode parent, object key, string path, (JsonNode Parent, object Key, string Path) other)
    {
        var (one, two) = (Get(parent, key)?.DeepClone(), Get(other.Parent, other.Key)?.DeepClone());
        Set(other.Parent, other.Key, one);
        Set(parent, key, two);
        return $"exchanged {path} and {other.Path}";
    }

    /// <summary>One character of a text is changed: what check characters are for.</summary>
    private string Touch(JsonNode parent, object key, string path)
    {
        if (Get(parent, key) is not JsonValue value || value.GetValueKind() != JsonValueKind.String || value.GetValue<string>() is not { Length: > 0 } text)
        {
            return Replace(parent, key, path);
        }

        const string Others = "0123456789ABCXYZaz-:.@ \u4e00\u0007\u200b\u00e9";
        var at = random.Next(text.Length);
        var touched = text[..at] + Others[random.Next(Others.Length)] + (random.Next(4) == 0 ? text[at..] : text[(at + 1)..]);
        Set(parent, key, touched);
        return $"touched {path} at {at}";
    }

    /// <summary>As a hand mistypes: a digit for a digit, a letter for a letter.</summary>
    private char Alike(char c) =>
        char.IsAsciiDigit(c) ? (char)('0' + random.Next(10))
        : char.IsAsciiLetterUpper(c) ? (char)('A' + random.Next(26))
        : char.IsAsciiLetterLower(c) ? (char)('a' + random.Next(26))
        : c;

    private string Replace(JsonNode parent, object key, string path)
    {
        var which = random.Next(Values.Length);
        Set(parent, key, Values[which]());
        return $"replaced {path} by value {which}";
    }
}
