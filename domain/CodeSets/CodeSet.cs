using System.Reflection;

namespace CrossRegion.Domain.CodeSets;

/// <summary>
/// The codes and names of one code set. Every set is an enum without a zero member, so that <c>default</c> is no code
/// and is refused here instead of passing for one.
/// </summary>
public static class CodeSet<T> where T : struct, Enum
{
    private static readonly Dictionary<T, CodeAttribute> ByValue = Enum.GetValues<T>().ToDictionary(
        value => value,
        value => typeof(T).GetField(value.ToString())!.GetCustomAttribute<CodeAttribute>()
            ?? throw new InvalidOperationException($"{typeof(T).Name}.{value} has no code"));

    private static readonly Dictionary<string, T> ByCode = ByValue.ToDictionary(
        pair => pair.Value.Code, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>All codes of the set, in the standard's order.</summary>
    public static IReadOnlyCollection<string> Codes => ByCode.Keys;

    /// <summary>The code as data carry it.</summary>
    public static string Code(T value) => Entry(value).Code;

    /// <summary>The name in both languages.</summary>
    public static LocalizedText Name(T value) => Entry(value).Name;

    public static bool TryParse(string? code, out T value)
    {
        value = default;
        return code is not null && ByCode.TryGetValue(code, out value);
    }

    /// <exception cref="FormatException">The set has no such code.</exception>
    public static T Parse(string code) =>
        TryParse(code, out var value)
            ? value
            : throw new FormatException($"'{code}' is none of the codes of {typeof(T).Name}: {string.Join(' ', Codes)}");

    private static CodeAttribute Entry(T value) =>
        ByValue.TryGetValue(value, out var entry)
            ? entry
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"not a member of {typeof(T).Name}");
}
