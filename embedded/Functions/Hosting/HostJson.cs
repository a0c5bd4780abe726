using System.Globalization;
using CrossRegion.Embedded.Functions.Queues;
using CrossRegion.Embedded.Functions.Queues.Storage;
using Microsoft.Extensions.Configuration;

namespace CrossRegion.Embedded.Functions.Hosting;

/// <summary>What the embedded host reads of host.json.</summary>
internal sealed record HostJson
{
    /// <summary><c>extensions.http.routePrefix</c>, default <c>api</c>; empty: routes start at the root.</summary>
    public required string RoutePrefix { get; init; }

    /// <summary><c>extensions.queues</c>.</summary>
    public required QueueOptions Queues { get; init; }

    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(7);

    public static HostJson Read(IConfiguration configuration, ICollection<string> faults)
    {
        IConfigurationSection extensions = configuration.GetSection(AppFiles.HostJsonSection).GetSection("extensions");
        IConfigurationSection queues = extensions.GetSection("queues");
        int batchSize = Number(queues, "batchSize", 16, 1, 32, faults);
        return new HostJson
        {
            RoutePrefix = (extensions["http:routePrefix"] ?? "api").Trim('/'),
            Queues = new QueueOptions
            {
                BatchSize = batchSize,
                NewBatchThreshold = Number(queues, "newBatchThreshold", batchSize / 2, 0, int.MaxValue, faults),
                MaxDequeueCount = Number(queues, "maxDequeueCount", 5, 1, int.MaxValue, faults),
                VisibilityTimeout = Time(queues, "visibilityTimeout", TimeSpan.Zero, TimeSpan.Zero, faults),
                MaxPollingInterval = Time(queues, "maxPollingInterval", TimeSpan.FromMinutes(1), PollInterval.Shortest, faults),
                MessageEncoding = Encoding(queues, "messageEncoding", faults),
            },
        };
    }

    private static int Number(IConfigurationSection section, string name, int normal, int least, int most, ICollection<string> faults)
    {
        if (section[name] is not { } text)
        {
            return normal;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most)
        {
            return number;
        }

        faults.Add($"host.json: extensions.queues.{name} is '{text}', not a whole number from {least} to {most}.");
        return normal;
    }

    private static TimeSpan Time(IConfigurationSection section, string name, TimeSpan normal, TimeSpan least, ICollection<string> faults)
    {
        if (section[name] is not { } text)
        {
            return normal;
        }

        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan time) && time >= least && time <= LongestTime)
        {
            return time;
        }

        faults.Add($"host.json: extensions.queues.{name} is '{text}', not a time from {least} to {LongestTime}.");
        return normal;
    }

    private static MessageEncoding Encoding(IConfigurationSection section, string name, ICollection<string> faults)
    {
        switch (section[name]?.ToUpperInvariant())
        {
            case null or "BASE64":
                return MessageEncoding.Base64;
            case "NONE":
                return MessageEncoding.None;
            default:
                faults.Add($"host.json: extensions.queues.{name} is '{section[name]}', not 'base64' or 'none'.");
                return MessageEncoding.Base64;
        }
    }
}
