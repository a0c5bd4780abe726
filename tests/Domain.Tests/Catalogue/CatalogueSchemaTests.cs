using System.Text.Json.Nodes;
using CrossRegion.Domain.Catalogue;
using NJsonSchema;

namespace CrossRegion.Domain.Tests.Catalogue;

/// <summary>Every data file keeps to the schema it names, so that editors can help those who write them.</summary>
public class CatalogueSchemaTests
{
    private static readonly string[] PlainKeywords =
    [
        "$schema", "title", "description", "type", "required", "properties", "additionalProperties", "items", "enum", "pattern", "minLength",
        "maxLength", "minimum", "minItems", "format", "$ref", "definitions",
    ];

    private static readonly IReadOnlyList<CatalogueFile> Files = CatalogueFolder.Read();

    public static TheoryData<string> DataFiles => [.. Files.Where(file => !IsSchema(file)).Select(file => file.Path)];

    public static TheoryData<string> Schemas => [.. Files.Where(IsSchema).Select(file => file.Path)];

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "items/enterprise-relocation.v1.json", "/departments/0/creditCode", "\"91I50100M000100Y43\"" },
        { "items/enterprise-relocation.v1.json", "/handlingCode", "\"1\"" },
        { "items/enterprise-relocation.v1.json", "/materials/0/source/kind", "\"guess\"" },
        { "items/enterprise-relocation.v1.json", "/materials", "[]" },
        { "items/enterprise-relocation.v1.json", "/colour", "\"red\"" },
        { "items/enterprise-relocation.v1.json", "/limits/promised/amount", "0" },
        { "divisions.json", "/divisions/0/code", "\"9\"" },
        { "shared-data.json", "/items/0/sharing", "\"never\"" },
        { "published.json", "/items/0/sha256", "\"ABC\"" },
        { "calendars/CN-2026.json", "/makeUpDays/0", "\"4 January\"" },
        { "calendars/CN-2026.json", "/notice", "{}" },
    };

    [Theory]
    [MemberData(nameof(DataFiles))]
    public async Task A_data_file_keeps_to_its_schema(string path)
    {
        var file = Files.Single(file => file.Path == path);
        var schema = await SchemaOf(file);
        schema.Validate(file.Text).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_schema_finds_a_mistake(string path, string pointer, string value)
    {
        var file = JsonEdit.Set(Files.Single(file => file.Path == path), pointer, JsonNode.Parse(value));
        var schema = await SchemaOf(file);
        schema.Validate(file.Text).ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void A_schema_uses_plain_keywords_of_draft_07(string path)
    {
        var root = JsonNode.Parse(Files.Single(file => file.Path == path).Text)!.AsObject();
        root["$schema"]!.GetValue<string>().ShouldBe("http://json-schema.org/draft-07/schema#");
        Keywords(root).Distinct().ShouldBeSubsetOf(PlainKeywords);
    }

    private static IEnumerable<string> Keywords(JsonObject schema) => schema.SelectMany(property => property.Key switch
    {
        "properties" or "definitions" => property.Value!.AsObject().SelectMany(child => Keywords(child.Value!.AsObject())),
        "items" => Keywords(property.Value!.AsObject()),
        _ => [],
    }).Concat(schema.Select(property => property.Key));

    private static bool IsSchema(CatalogueFile file) => file.Path.StartsWith("schemas/", StringComparison.Ordinal);

    private static async Task<JsonSchema> SchemaOf(CatalogueFile file)
    {
        var named = JsonNode.Parse(file.Text)!["$schema"]!.GetValue<string>();
        var path = file.Path.Contains('/') ? named["../".Length..] : named;
        return await JsonSchema.FromJsonAsync(Files.Single(candidate => candidate.Path == path).Text);
    }
}
