using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Sending;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Orchestrations.Stamps;

/// <summary>Something in an application's outbox, as far as it is shown.</summary>
/// <param name="Department">The department that it is for or from; null for none.</param>
/// <param name="Count">How many of its kind were handed over up to it.</param>
internal sealed record HandedOn(HandOverKind Kind, ProvinceCode To, DateTimeOffset At, bool IsReceipted, string? Department, int Count)
{
    public static List<HandedOn> Of(IReadOnlyList<StoredDocument> outbox)
    {
        List<HandedOn> handed = [];
        foreach (var entry in outbox.Select(document => ExchangeJson.Read<OutboxEntry>(document.Body)))
        {
            var envelope = entry.ReadEnvelope();
            handed.Add(new HandedOn(
                envelope.Kind,
                envelope.To,
                envelope.At.ToDateTimeOffset(),
                entry.Receipt is not null,
                DepartmentOf(envelope.Kind, entry.Body),
                handed.Count(before => before.Kind == envelope.Kind) + 1));
        }

        return handed;
    }

    private static string? DepartmentOf(HandOverKind kind, string body) => kind switch
    {
        HandOverKind.ReviewTask when StampJson.TryRead<HandedNotice>(body, out var task, out _) => (string?)task.Event?.Data["department"],
        HandOverKind.Decision when StampJson.TryRead<HandedEvent>(body, out var decision, out _) => (decision.Event as ReviewDecided)?.Data.Department.Value,
        _ => null,
    };
}
