using System.Text.Json;
using CrossRegion.Domain.Faults;

namespace CrossRegion.Functions.Intake;

/// <summary>
/// What can be read of an event, faulty or not: a value is there when it has the right type and its form has no fault. So the rules
/// can be asked about everything that is readable, and say nothing twice.
/// </summary>
internal sealed class ReadableEvent
{
    private readonly JsonElement _event;
    private readonly HashSet<string> _faulty;

    public ReadableEvent(JsonElement structured, IEnumerable<Fault> faults)
    {
        _event = structured;
        _faulty = [.. faults.Select(fault => fault.Path)];
    }

    /// <summary>The text at a path of member names and indexes; null when there is none that is right in form.</summary>
    public string? Text(string path) => Find(path) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>How many elements the array at a path has; 0 when there is none.</summary>
    public int Count(string path) => Find(path) is { ValueKind: JsonValueKind.Array } array ? array.GetArrayLength() : 0;

    /// <summary>Whether the array at a path is readable or simply absent, not of a wrong form.</summary>
    public bool IsSound(string path) => !_faulty.Contains(path);

    private JsonElement? Find(string path)
    {
        if (_faulty.Contains(path))
        {
            return null;
        }

        var current = _event;
        foreach (var name in path.Split('.', '['))
        {
            var found = name.EndsWith(']')
                ? current.ValueKind == JsonValueKind.Array && int.Parse(name.AsSpan(..^1)) is var index && index < current.GetArrayLength()
                    ? current[index]
                    : default(JsonElement?)
                : current.ValueKind == JsonValueKind.Object && current.TryGetProperty(name, out var member) ? member : null;
            if (found is not { } next)
            {
                return null;
            }

            current = next;
        }

        return current;
    }
}
