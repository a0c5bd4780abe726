using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CrossRegion.Embedded.DurableTask.History;

namespace CrossRegion.Orchestrations.Tests.Histories;

/// <summary>Histories as JSON, so that a change can be read and the engine's own encoding may change.</summary>
internal static class HistoryFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { TellEventsApart } },
    };

    public static IReadOnlyList<RecordedExecution> Read(string path) =>
        JsonSerializer.Deserialize<IReadOnlyList<RecordedExecution>>(File.ReadAllText(path), Options).ShouldNotBeNull();

    public static void Write(string path, IReadOnlyList<RecordedExecution> executions)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, JsonSerializer.Serialize(executions, Options) + "\n");
    }

    private static void TellEventsApart(JsonTypeInfo type)
    {
        if (type.Type == typeof(HistoryEvent))
        {
            type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "event" };
            foreach (var kind in typeof(HistoryEvent).Assembly.GetTypes().Where(kind => !kind.IsAbstract && kind.IsAssignableTo(typeof(HistoryEvent))))
            {
                type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, kind.Name));
            }
        }
    }
}
