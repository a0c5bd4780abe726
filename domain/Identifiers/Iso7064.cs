namespace CrossRegion.Domain.Identifiers;

/// <summary>
/// The check characters of ISO 7064 that the national standards use. Both systems find every single wrong character;
/// MOD 11-2 also finds every exchange of two neighbours, MOD 37,36 nearly all of them.
/// </summary>
internal static class Iso7064
{
    private const string Mod11Characters = "0123456789X";

    /// <summary>MOD 11-2 over digits: the check character of GB 11643.</summary>
    public static char Mod11Radix2(ReadOnlySpan<char> digits)
    {
        var remainder = 0;
        foreach (var digit in digits)
        {
            remainder = (remainder + (digit - '0')) * 2 % 11;
        }

        return Mod11Characters[(12 - remainder) % 11];
    }

    /// <summary>MOD 37,36 over digits and capital letters: the check character of GB/T 36904.</summary>
    public static char Mod37Radix36(ReadOnlySpan<char> characters)
    {
        var product = 36;
        foreach (var character in characters)
        {
            var sum = (product + Alphanumeric(character)) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }

        return IdentifierText.Alphanumeric[(37 - product) % 36];
    }

    private static int Alphanumeric(char character) => character <= '9' ? character - '0' : character - 'A' + 10;
}
