using System.Text.Json;
using System.Text.Json.Nodes;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.SharedData;

/// <summary>
/// Takes an answer only in exactly the agreed shape: <c>{"found":true,"fields":{…}}</c> or <c>{"found":false}</c>. What it says of
/// others names members and positions, never values: those are personal data.
/// </summary>
internal static class SharedDataAnswerReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="InvalidDataException">Another shape.</exception>
    public static SharedDataAnswer Read(byte[] body)
    {
        JsonNode? answer;
        try
        {
            answer = JsonNode.Parse(body, documentOptions: Strict);
        }
        catch (JsonException e)
        {
            throw Nonsense($"no JSON, or a member twice, in line {e.LineNumber + 1}");
        }

        if (answer is not JsonObject members)
        {
            throw Nonsense("no JSON object");
        }

        if (members["found"] is not JsonValue flag || !flag.TryGetValue(out bool found))
        {
            throw Nonsense("'found' is neither true nor false");
        }

        if (found ? members["fields"] is not JsonObject : members.ContainsKey("fields"))
        {
            throw Nonsense(found ? "'found' without an object 'fields'" : "'fields' of what was not found");
        }

        if (members.Count > (found ? 2 : 1))
        {
            throw Nonsense("members other than 'found' and 'fields'");
        }

        return new SharedDataAnswer(found, members["fields"]?.DeepClone().AsObject());
    }

    public static InvalidDataException Nonsense(string what) => new($"The shared data provider's answer makes no sense: {what}.");
}
