using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Catalogue;

/// <summary>Reads <c>published.json</c>.</summary>
internal static class PublicationReader
{
    public const string File = "published.json";

    private const int DigestLength = 64;

    public static IReadOnlyList<Publication>? Read(CatalogueFile file, FaultCollector faults)
    {
        if (ObjectReader.Open(file.Path, file.Text, faults) is not { } reader)
        {
            return null;
        }

        reader.Skip("$schema");
        var publications = reader.Objects("items", 0, ReadPublication);
        foreach (var repeated in publications.GroupBy(publication => publication.File).Where(group => group.Count() > 1))
        {
            reader.Report("items", "repeated", $"{repeated.Key}重复", $"{repeated.Key} stands there twice");
        }

        return reader.Build(() => publications);
    }

    private static Publication? ReadPublication(ObjectReader reader)
    {
        var file = reader.Text("file");
        var digest = reader.Text("sha256");
        if (digest is not null && (digest.Length != DigestLength || !digest.All(char.IsAsciiHexDigitLower)))
        {
            reader.Report("sha256", "shape", "应为64位小写十六进制数", "64 small hexadecimal digits are expected");
        }

        var validTo = reader.OptionalDate("validTo");
        return reader.Build(() => new Publication(file!, digest!, validTo));
    }
}
