using System.Text.Json.Nodes;
using CrossRegion.Orchestrations.Events;

namespace CrossRegion.Intake.Tests;

public sealed class SchemaFileTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "events");

    private static readonly IReadOnlyDictionary<string, JsonObject> Files = Directory.EnumerateFiles(Folder, "*.schema.json")
        .ToDictionary(file => Path.GetFileName(file)[..^".schema.json".Length], file => Examples.Parse(File.ReadAllText(file)));

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_schema_is_draft_07_and_named_like_its_file(string name)
    {
        var schema = Files[name];

        ((string)schema["$schema"]!).ShouldBe("http://json-schema.org/draft-07/schema#");
        ((string)schema["$id"]!).ShouldBe("urn:crossregion:schema:" + (name == "cloudevent" ? name : EventTypes.Prefix + name));
        ((string)schema["title"]!).ShouldNotBeNullOrWhiteSpace();
        ((string)schema["description"]!).ShouldNotBeNullOrWhiteSpace();
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_object_says_what_may_be_in_it_and_every_text_has_a_bound(string name)
    {
        foreach (var schema in Schemas(Files[name]))
        {
            if ((schema["type"] as JsonValue)?.ToString() == "object" && schema != Files["cloudevent"]["properties"]!["data"])
            {
                schema.ContainsKey("additionalProperties").ShouldBeTrue(schema.ToJsonString());
            }

            if ((schema["type"] as JsonValue)?.ToString() == "string")
            {
                (schema.ContainsKey("maxLength") || schema.ContainsKey("enum") || schema.ContainsKey("pattern")).ShouldBeTrue(schema.ToJsonString());
            }

            if ((schema["type"] as JsonValue)?.ToString() == "array")
            {
                schema.ContainsKey("maxItems").ShouldBeTrue(schema.ToJsonString());
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void A_pattern_is_anchored_at_both_ends(string name)
    {
        foreach (var pattern in Schemas(Files[name]).Select(schema => schema["pattern"]).OfType<JsonValue>().Select(value => value.ToString()))
        {
            pattern.ShouldStartWith("^");
            pattern.ShouldEndWith("$");
        }
    }

    [Fact]
    public void What_several_schemas_define_they_define_alike()
    {
        var definitions = Files.Values.SelectMany(file => file["definitions"]?.AsObject() ?? []).GroupBy(definition => definition.Key).ToList();

        definitions.ShouldNotBeEmpty();
        foreach (var same in definitions)
        {
            same.Select(definition => definition.Value!.ToJsonString()).Distinct().ShouldHaveSingleItem($"definitions of {same.Key} differ");
        }
    }

    [Fact]
    public void The_envelope_names_exactly_the_types_that_have_a_schema()
    {
        var named = Files["cloudevent"]["properties"]!["type"]!["enum"]!.AsArray().Select(type => (string)type!);

        named.ShouldBe(Files.Keys.Where(name => name != "cloudevent").Select(name => EventTypes.Prefix + name), ignoreOrder: true);
    }

    [Fact]
    public void The_index_lists_every_schema()
    {
        var index = File.ReadAllText(Path.Combine(Folder, "README.md"));

        foreach (var name in Files.Keys)
        {
            index.ShouldContain($"({name}.schema.json)");
        }
    }

    private static IEnumerable<JsonObject> Schemas(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(member => Schemas(member.Value)).Prepend(o),
        JsonArray a => a.SelectMany(Schemas),
        _ => [],
    };
}
