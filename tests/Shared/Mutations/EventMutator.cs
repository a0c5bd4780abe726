using System.Text;
using System.Text.Json.Nodes;

namespace CrossRegion.Tests.Mutations;

/// <summary>
/// Makes requests that are nearly right: takes a valid event, changes its JSON a little, sends it in one of the three content modes
/// and then changes headers and bytes. The same seed makes the same requests.
/// </summary>
public sealed class EventMutator(int seed, IReadOnlyList<string> validEvents)
{
    private readonly Random _random = new(seed);

    /// <summary>The next request; about one in eight is left as it was and must be accepted.</summary>
    public EventRequest Next()
    {
        var events = Enumerable.Range(0, 3).Select(_ => JsonNode.Parse(Pick(validEvents))!.AsObject()).ToList();
        var steps = new List<string>();
        var mutations = _random.Next(8) switch { 0 => 0, < 5 => 1, 5 or 6 => 2, _ => 3 };
        var kinds = Enumerable.Range(0, mutations).Select(_ => _random.Next(10)).ToList();
        foreach (var kind in kinds.Where(kind => kind < 5))
        {
            var json = new JsonMutations(_random);
            steps.Add(kind < 2 ? json.Mistype(events[0]) : json.Apply(events[0]));
        }

        var request = Send(events);
        foreach (var kind in kinds.Where(kind => kind >= 5))
        {
            (request, var step) = kind switch
            {
                5 => TextMutations.Splice(_random, request),
                6 or 7 => ByteMutations.Apply(_random, request),
                _ => HeaderMutations.Apply(_random, request),
            };
            steps.Add(step);
        }

        return request with { What = $"{request.What}: {(steps.Count == 0 ? "unchanged" : string.Join("; ", steps))}" };
    }

    private EventRequest Send(List<JsonObject> events)
    {
        switch (_random.Next(3))
        {
            case 0:
                return new EventRequest("structured", "application/cloudevents+json", [], Bytes(events[0]));
            case 1:
                var batch = new JsonArray([.. events.Take(_random.Next(1, 4)).OrderBy(_ => _random.Next())]);
                return new EventRequest("batch", "application/cloudevents-batch+json", [], Bytes(batch));
            default:
                var headers = events[0]
                    .Where(attribute => attribute.Key is not ("data" or "datacontenttype") && attribute.Key.All(char.IsAsciiLetterOrDigit) && attribute.Key != "")
                    .Select(attribute => KeyValuePair.Create("ce-" + attribute.Key, Uri.EscapeDataString(attribute.Value?.ToString() ?? "")))
                    .ToList();
                return new EventRequest("binary", "application/json", headers, Bytes(events[0]["data"]));
        }
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private static byte[] Bytes(JsonNode? node) => Encoding.UTF8.GetBytes(node?.ToJsonString() ?? "null");
}
