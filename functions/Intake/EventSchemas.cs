using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CrossRegion.Domain.Faults;
using CrossRegion.Orchestrations.Events;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace CrossRegion.Functions.Intake;

/// <summary>
/// The schemas of <c>docs/events/</c>, built into this assembly: the contract in both directions. Immutable after loading, so it can
/// be shared between threads.
/// </summary>
public sealed class EventSchemas
{
    private const string Envelope = "cloudevent";
    private const string Folder = "events/";
    private const string Suffix = ".schema.json";

    private readonly Dictionary<string, JsonSchema> _schemas;

    // One for all: it keeps nothing from one validation to the next.
    private readonly JsonSchemaValidator _validator = new();

    private EventSchemas(Dictionary<string, JsonSchema> schemas) => _schemas = schemas;

    /// <summary>The event types that have a schema.</summary>
    public IReadOnlyCollection<string> Types => [.. _schemas.Keys.Where(name => name != Envelope)];

    /// <summary>Reads and compiles all schemas; takes some hundred milliseconds, so do it once.</summary>
    public static async Task<EventSchemas> LoadAsync(CancellationToken cancellation)
    {
        // The validator leaves its expressions to the cache of Regex, which holds 15 unless told; the schemas have some more.
        Regex.CacheSize = Math.Max(Regex.CacheSize, 64);

        var assembly = Assembly.GetExecutingAssembly();
        var schemas = new Dictionary<string, JsonSchema>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var schema = JsonNode.Parse(await reader.ReadToEndAsync(cancellation))!;
            EndAtTheVeryEnd(schema);
            var name = resource[Folder.Length..^Suffix.Length];
            schemas.Add(name == Envelope ? Envelope : EventTypes.Prefix + name, await JsonSchema.FromJsonAsync(schema.ToJsonString(), cancellation));
        }

        return new EventSchemas(schemas);
    }

    /// <summary>Every fault of an event's data by the schema of its type; paths begin with <c>data</c>.</summary>
    /// <param name="type">One of <see cref="EventTypes"/>.</param>
    /// <param name="dataJson">The data, well-formed.</param>
    /// <exception cref="KeyNotFoundException">There is no such type.</exception>
    public IReadOnlyList<Fault> Validate(string type, string dataJson) => SchemaFaults.Of(_validator.Validate(Parse(dataJson), _schemas[type]), "data");

    /// <summary>Every fault of an event's attributes; of the data no more than that they are there and an object.</summary>
    /// <param name="eventJson">The structured event, well-formed.</param>
    public IReadOnlyList<Fault> ValidateEnvelope(string eventJson)
    {
        var token = Parse(eventJson);
        if (token is JObject attributes)
        {
            // CloudEvents JSON format 2.2: an attribute that is null counts as absent. The data are no attribute.
            foreach (var absent in attributes.Properties().Where(member => member.Value.Type == JTokenType.Null && member.Name != "data").ToList())
            {
                absent.Remove();
            }
        }

        return SchemaFaults.Of(_validator.Validate(token, _schemas[Envelope]), "");
    }

    private static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }

    /// <summary>In a schema (ECMA-262) <c>$</c> is the end; in .NET it would also be before a last line feed, so it becomes <c>\z</c>.</summary>
    private static void EndAtTheVeryEnd(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var element in array)
            {
                EndAtTheVeryEnd(element);
            }
        }

        if (node is not JsonObject schema)
        {
            return;
        }

        if (schema["pattern"] is JsonValue pattern && pattern.TryGetValue(out string? expression))
        {
            schema["pattern"] = EndAtTheVeryEnd(expression);
        }

        if (schema["patternProperties"] is JsonObject named)
        {
            schema["patternProperties"] = new JsonObject(named.Select(member => KeyValuePair.Create(EndAtTheVeryEnd(member.Key), member.Value?.DeepClone())));
        }

        foreach (var (_, value) in schema)
        {
            EndAtTheVeryEnd(value);
        }
    }

    private static string EndAtTheVeryEnd(string expression) => expression.EndsWith('$') ? expression[..^1] + @"\z" : expression;
}
