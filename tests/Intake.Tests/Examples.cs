using System.Text.Json.Nodes;

namespace CrossRegion.Intake.Tests;

/// <summary>The examples of <c>docs/events/</c>, and small changes to them.</summary>
internal static class Examples
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "events", "examples");

    public static IReadOnlyList<string> Valid { get; } = Names("valid");

    public static IReadOnlyList<string> Invalid { get; } = Names("invalid");

    public static string ReadValid(string name) => File.ReadAllText(Path.Combine(Folder, "valid", name + ".json"));

    public static JsonObject ReadInvalid(string name) => Parse(File.ReadAllText(Path.Combine(Folder, "invalid", name + ".json")));

    /// <summary>A valid event to change.</summary>
    public static JsonObject Event(string name) => Parse(ReadValid(name));

    public static JsonObject Submitted => Event("application.submitted.v1");

    public static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    /// <summary>The same event with one member set: <c>data.materials.0.code</c>; null as JSON null.</summary>
    public static JsonObject With(this JsonObject structured, string path, JsonNode? value)
    {
        var names = path.Split('.');
        JsonNode node = structured;
        foreach (var name in names[..^1])
        {
            node = (int.TryParse(name, out var index) ? node[index] : node[name])!;
        }

        if (int.TryParse(names[^1], out var last))
        {
            node[last] = value;
        }
        else
        {
            node[names[^1]] = value;
        }

        return structured;
    }

    /// <summary>The same event without one member.</summary>
    public static JsonObject Without(this JsonObject structured, string path)
    {
        var names = path.Split('.');
        var parent = names[..^1].Aggregate((JsonNode)structured, (node, name) => node[name]!);
        parent.AsObject().Remove(names[^1]).ShouldBeTrue($"there is no {path} to leave out");
        return structured;
    }

    private static List<string> Names(string kind) =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, kind), "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];
}
