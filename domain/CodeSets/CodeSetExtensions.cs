namespace CrossRegion.Domain.CodeSets;

/// <summary><c>value.Code()</c> and <c>value.Name()</c> for every enum that is a code set.</summary>
public static class CodeSetExtensions
{
    public static string Code<T>(this T value) where T : struct, Enum => CodeSet<T>.Code(value);

    public static LocalizedText Name<T>(this T value) where T : struct, Enum => CodeSet<T>.Name(value);
}
