using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.Functions.Durable;

/// <summary>Which instances a request means: <c>createdTimeFrom</c>, <c>createdTimeTo</c> (ISO 8601), <c>runtimeStatus</c> (several by comma).</summary>
internal sealed record InstanceFilter(DateTimeOffset? From, DateTimeOffset? To, IReadOnlyList<OrchestrationRuntimeStatus>? Statuses)
{
    /// <summary>The filter; null when a value cannot be read, which <paramref name="fault"/> then names.</summary>
    public static InstanceFilter? Read(IQueryCollection query, out string? fault)
    {
        if (!ReadTime(query, "createdTimeFrom", out DateTimeOffset? from, out fault) || !ReadTime(query, "createdTimeTo", out DateTimeOffset? to, out fault))
        {
            return null;
        }

        List<OrchestrationRuntimeStatus> statuses = [];
        foreach (string text in query["runtimeStatus"].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            if (!Enum.TryParse(text, ignoreCase: true, out OrchestrationRuntimeStatus status) || !Enum.IsDefined(status))
            {
                fault = $"runtimeStatus '{text}' is no status.";
                return null;
            }

            statuses.Add(status);
        }

        return new InstanceFilter(from, to, statuses.Count == 0 ? null : statuses);
    }

    private static bool ReadTime(IQueryCollection query, string name, out DateTimeOffset? time, out string? fault)
    {
        (time, fault) = (null, null);
        if (query[name].ToString() is not { Length: > 0 } text)
        {
            return true;
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset read))
        {
            time = read;
            return true;
        }

        fault = $"{name} '{text}' is no time.";
        return false;
    }
}
