using System.Text.Json.Nodes;

namespace CrossRegion.Simulators.SharedData;

/// <summary>
/// What providers hold about somebody: the fields that the sharing catalogue publishes for the data item, made up, the same at every
/// question. Certificates and earlier materials, which the catalogue has no fields for, are simply on record.
/// </summary>
internal static class HeldData
{
    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<string>>> Fields = new(LoadFields);

    public static JsonObject Of(string dataItem, string holder) =>
        Fields.Value.TryGetValue(dataItem, out var fields)
            ? new JsonObject(fields.Select(field => KeyValuePair.Create(field, (JsonNode?)Value(field, holder))))
            : new JsonObject { ["holder"] = holder, ["status"] = "valid" };

    private static JsonNode Value(string field, string holder) => field switch
    {
        "idNumber" or "creditCode" or "holder" or "owner" => holder,
        "match" => true,
        "listed" => false,
        "seriousAccidents" => 0,
        "arrears" or "outstanding" => "0.00",
        "balance" or "amountPaid" => "12345.67",
        "months" => 120,
        "status" => "valid",
        "validUntil" => "2035-12-31",
        "registeredOn" or "bornOn" => "2015-05-20",
        _ => "模拟",
    };

    private static Dictionary<string, IReadOnlyList<string>> LoadFields()
    {
        var catalogue = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "catalogue", "shared-data.json")))!;
        return catalogue["items"]!.AsArray().ToDictionary(
            item => (string)item!["code"]!,
            IReadOnlyList<string> (item) => [.. item!["fields"]!.AsArray().Select(field => (string)field!["key"]!)]);
    }
}
