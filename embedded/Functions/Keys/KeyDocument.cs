namespace CrossRegion.Embedded.Functions.Keys;

/// <summary>
/// <c>keys.json</c>: <c>masterKey</c> opens everything; <c>functionKeys</c> are host keys, which open every function;
/// <c>systemKeys</c> open the web hooks of extensions; <c>functions</c> holds the keys of single functions by name.
/// </summary>
internal sealed record KeyDocument
{
    public required NamedKey MasterKey { get; init; }

    public required IReadOnlyList<NamedKey> FunctionKeys { get; init; }

    public required IReadOnlyList<NamedKey> SystemKeys { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyList<NamedKey>> Functions { get; init; }

    public static KeyDocument Generate() => new()
    {
        MasterKey = NamedKey.Generate("_master"),
        FunctionKeys = [NamedKey.Generate("default")],
        SystemKeys = [NamedKey.Generate(KeyRing.EventGridKey), NamedKey.Generate(KeyRing.DurableTaskKey)],
        Functions = new Dictionary<string, IReadOnlyList<NamedKey>>(),
    };

    /// <summary>The same document with a key for each function that had none; itself when all had.</summary>
    public KeyDocument WithKeysFor(IEnumerable<string> functions)
    {
        string[] missing = [.. functions.Where(name => !Functions.Keys.Contains(name, StringComparer.OrdinalIgnoreCase))];
        return missing.Length == 0
            ? this
            : this with
            {
                Functions = Functions
                    .Concat(missing.Select(name => KeyValuePair.Create<string, IReadOnlyList<NamedKey>>(name, [NamedKey.Generate("default")])))
                    .ToDictionary(),
            };
    }
}
