namespace CrossRegion.Domain.CodeSets;

/// <summary>What a member of a code set is called in data and in the two languages.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class CodeAttribute(string code, string zh, string en) : Attribute
{
    public string Code => code;

    public LocalizedText Name { get; } = new(zh, en);
}
