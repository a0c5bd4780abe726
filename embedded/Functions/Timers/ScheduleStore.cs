using System.Text.Json;
using CrossRegion.Embedded.Functions.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Embedded.Functions.Timers;

/// <summary>Keeps where each schedule stands, one file a function under <c>timers/</c> of the data directory.</summary>
internal sealed partial class ScheduleStore(DataDirectory data, ILogger<ScheduleStore> logger)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>The stored status; null before the first, and when the file is damaged, which is logged.</summary>
    public ScheduleStatus? Load(string function)
    {
        string path = PathOf(function);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<ScheduleStatus>(File.ReadAllBytes(path));
        }
        catch (JsonException fault)
        {
            LogDamaged(fault, path, function);
            return null;
        }
    }

    public void Save(string function, ScheduleStatus status)
    {
        DataDirectory.CreatePrivate(data.PathOf("timers"));
        DurableFile.Write(PathOf(function), status, Json);
    }

    private string PathOf(string function) => data.PathOf("timers", function + ".json");

    [LoggerMessage(7151, LogLevel.Warning, "{Path} is damaged; the schedule of function {Function} begins anew")]
    private partial void LogDamaged(Exception fault, string path, string function);
}
