namespace CrossRegion.Bench.Capacity.Limits;

/// <summary>
/// The limits of a stamp on Azure: what <c>infra/</c> asks for, and what the services give at most. Where each is written down is in
/// <c>docs/capacity.md</c>.
/// </summary>
internal static class ServiceLimits
{
    /// <summary>Put, get and delete.</summary>
    private const int RequestsPerMessage = 3;

    /// <param name="handOversPerSecond">What one instance takes, measured.</param>
    public static IReadOnlyList<ServiceLimit> Of(double handOversPerSecond) =>
    [
        new("Cosmos DB, container cases, as deployed", 4_000, "RU/s", work => work.CaseUnits, "maximumThroughput", IsSetting: true),
        new("Cosmos DB, container lists, as deployed", 4_000, "RU/s", work => work.ListUnits, "maximumThroughput", IsSetting: true),
        new("Cosmos DB, container cases", 1_000_000, "RU/s", work => work.CaseUnits, "a support request; another stamp"),
        new("Cosmos DB, container lists", 1_000_000, "RU/s", work => work.ListUnits, "a support request; another stamp"),
        new("Cosmos DB, hottest logical partition of lists", 10_000, "RU/s", work => work.HottestShardUnits, "more shards (ListShards); hierarchical partition keys"),
        new("Durable Functions on Storage, work-item queue", 2_000, "messages/s", work => work.Activities, "Durable Task Scheduler"),
        new("Storage account, requests to queues", 20_000, "requests/s", work => RequestsPerMessage * (work.Messages + work.Actions), "Durable Task Scheduler; an account for each"),
        new("Durable Task Scheduler, Consumption", 500, "actions/s", work => work.Actions, "the Dedicated SKU", IsSetting: true),
        new("Durable Task Scheduler, Dedicated, 3 units", 6_000, "actions/s", work => work.Actions, "another stamp with its own scheduler"),
        new("Storage queue application-events", 2_000, "messages/s", work => work.Messages, "more queues; Service Bus"),
        new("Event Grid topic, events", 5_000, "events/s", work => work.Events, "more topics; Event Hubs"),
        new("Event Grid topic, bytes", 5_000, "kB/s", work => work.EventKB, "more topics; Event Hubs"),
        new("Function app, 100 instances as deployed", 100_000, "ms of CPU/s", work => work.CpuMs, "maximumInstanceCount", IsSetting: true),
        new("Function app, 250 instances (quota of a region)", 250_000, "ms of CPU/s", work => work.CpuMs, "a support request, to 1,000"),
        new("Exchange, one instance", handOversPerSecond, "hand-overs/s", work => work.HandOvers, "more instances"),
    ];
}
