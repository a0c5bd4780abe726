namespace CrossRegion.Domain;

/// <summary>One text in the two languages of the product: Chinese, which is the law's, and English.</summary>
public sealed record LocalizedText(string Zh, string En)
{
    /// <summary>The text for a language tag; whatever is not English gets the Chinese.</summary>
    public string For(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En : Zh;

    public override string ToString() => $"{Zh} ({En})";
}
