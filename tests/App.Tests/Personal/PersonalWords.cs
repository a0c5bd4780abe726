using System.Text;
using System.Text.Json.Nodes;
using CrossRegion.Simulators.Samples;

namespace CrossRegion.App.Tests.Personal;

/// <summary>What the samples say of persons and what people wrote in them, to be looked for wherever it must not be.</summary>
internal static class PersonalWords
{
    /// <summary>Names, identifiers, phones, and what was handed in and declared.</summary>
    public static IReadOnlyList<string> OfPersons(Sample sample)
    {
        var data = sample.Event["data"];
        JsonNode?[] handedIn = [.. data?["materials"] as JsonArray ?? [], .. sample.Supplement ?? []];
        return Found(
        [
            data?["applicant"]?["name"], data?["applicant"]?["identifier"]?["value"], data?["applicant"]?["phone"], data?["applicant"]?["email"],
            data?["agent"]?["name"], data?["agent"]?["identifier"]?["value"],
            .. handedIn.SelectMany(material => (JsonNode?[])[material?["title"], material?["uri"], material?["digest"]]),
            .. (data?["statements"] as JsonObject ?? []).Select(statement => statement.Value),
        ]);
    }

    /// <summary>The province's own reference, opinions, reasons and comments.</summary>
    public static IReadOnlyList<string> Written(Sample sample) => Found(
    [
        sample.Event["subject"], sample.Evaluation?["comment"],
        .. (sample.Reviews?.Values ?? []).SelectMany(review => (JsonNode?[])[review.Opinion, .. (review.Reasons ?? []).Select(reason => (JsonNode?)reason.Text)]),
    ]);

    /// <summary>Those that are in the bytes, whichever way they are written there.</summary>
    public static List<string> FoundIn(ReadOnlySpan<byte> bytes, IEnumerable<string> words)
    {
        List<string> found = [];
        foreach (var word in words)
        {
            foreach (var written in Ways(word))
            {
                if (bytes.IndexOf(written) >= 0)
                {
                    found.Add(word);
                    break;
                }
            }
        }

        return found;
    }

    /// <summary>UTF-8, UTF-16, JSON's escapes in small and large letters, and the escapes of a URL.</summary>
    private static IEnumerable<byte[]> Ways(string word) =>
    [
        Encoding.UTF8.GetBytes(word), Encoding.Unicode.GetBytes(word), Encoding.BigEndianUnicode.GetBytes(word),
        Encoding.ASCII.GetBytes(Escaped(word, "x4")), Encoding.ASCII.GetBytes(Escaped(word, "X4")), Encoding.ASCII.GetBytes(Uri.EscapeDataString(word)),
    ];

    private static string Escaped(string word, string format) =>
        string.Concat(word.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '/' or ':' or '-' or ' ' ? $"{c}" : $"\\u{((int)c).ToString(format)}"));

    /// <summary>Words of the catalogue are everybody's; the plus of a phone number is written in many ways.</summary>
    private static IReadOnlyList<string> Found(IEnumerable<JsonNode?> nodes) =>
        [.. nodes.OfType<JsonValue>().Select(node => node.ToString().TrimStart('+')).Where(word => word.Length > 1 && !Catalogue.Contains(word)).Distinct()];

    private static string Catalogue { get; } = string.Join('\n', Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "catalogue"), "*.json", SearchOption.AllDirectories).Select(File.ReadAllText));
}
