using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossRegion.Domain.Catalogue;

namespace CrossRegion.Domain.Tests.Catalogue;

/// <summary>Changes one place of a JSON file, to see it refused.</summary>
internal static class JsonEdit
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Sets the value at a JSON pointer; a missing last property is added.</summary>
    public static CatalogueFile Set(CatalogueFile file, string pointer, JsonNode? value) => Edit(file, pointer, (parent, name) =>
    {
        if (parent is JsonArray array)
        {
            array[int.Parse(name)] = value;
        }
        else
        {
            parent[name] = value;
        }
    });

    /// <summary>Removes the property or entry at a JSON pointer.</summary>
    public static CatalogueFile Remove(CatalogueFile file, string pointer) => Edit(file, pointer, (parent, name) =>
    {
        if (parent is JsonArray array)
        {
            array.RemoveAt(int.Parse(name));
        }
        else
        {
            parent.AsObject().Remove(name).ShouldBeTrue($"{file.Path} has no {pointer}");
        }
    });

    private static CatalogueFile Edit(CatalogueFile file, string pointer, Action<JsonNode, string> edit)
    {
        var root = JsonNode.Parse(file.Text)!;
        var names = pointer.Split('/')[1..];
        var parent = names[..^1].Aggregate(root, (node, name) => node is JsonArray ? node[int.Parse(name)]! : node[name]!);
        edit(parent, names[^1]);
        return file with { Text = root.ToJsonString(Readable) };
    }
}
