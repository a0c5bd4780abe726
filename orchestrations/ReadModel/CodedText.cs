using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>A code for programs and its name for people, in both languages.</summary>
/// <param name="Code">Stable; programs may rely on it.</param>
/// <param name="Zh">For a reader of Chinese.</param>
/// <param name="En">For a reader of English.</param>
public sealed record CodedText(string Code, string Zh, string En)
{
    /// <summary>A value of a code set.</summary>
    public static CodedText Of<T>(T value) where T : struct, Enum => new(value.Code(), value.Name().Zh, value.Name().En);
}
