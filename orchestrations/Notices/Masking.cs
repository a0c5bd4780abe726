namespace CrossRegion.Orchestrations.Notices;

/// <summary>What others see of personal data: the family name, the last four digits.</summary>
public static class Masking
{
    public static string Name(string name)
    {
        var first = char.IsHighSurrogate(name[0]) && name.Length > 1 ? name[..2] : name[..1];
        return name.Length > first.Length ? first + "*" : "*";
    }

    public static string Identifier(string identifier) => new string('*', Math.Max(0, identifier.Length - 4)) + identifier[^Math.Min(4, identifier.Length)..];
}
