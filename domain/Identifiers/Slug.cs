using System.Diagnostics.CodeAnalysis;
using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Identifiers;

/// <summary>
/// The form of our own short names: small letters, digits and single hyphens, beginning with a letter, at most 60 characters.
/// </summary>
internal static class Slug
{
    private const int MaximumLength = 60;
    private const string Allowed = "abcdefghijklmnopqrstuvwxyz0123456789-";

    public static bool TryCheck(string? slug, IdentifierText text, [NotNullWhen(false)] out Fault? fault)
    {
        fault = string.IsNullOrEmpty(slug) ? text.Missing()
            : slug.Length > MaximumLength ? text.TooLong(MaximumLength, slug.Length)
            : text.Characters(slug, 0, slug.Length, Allowed);
        if (fault is null && (!char.IsAsciiLetterLower(slug![0]) || slug[^1] == '-' || slug.Contains("--", StringComparison.Ordinal)))
        {
            fault = text.Wrong("shape", "应以小写字母开头,连字符不得在末尾或相连", "it begins with a letter, and no hyphen is last or doubled");
        }

        return fault is null;
    }
}
