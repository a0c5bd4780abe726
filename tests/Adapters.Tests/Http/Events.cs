using System.Text.Json.Nodes;
using CrossRegion.Orchestrations.Events;

namespace CrossRegion.Adapters.Tests.Http;

internal static class Events
{
    public static OutgoingEvent Received => new(
        "517K3M9Q2X4VDR8TBN9-0001",
        EventTypes.ApplicationReceived,
        "urn:gov:cn:51:crossregion",
        "517K3M9Q2X4VDR8TBN9",
        new DateTimeOffset(2026, 3, 2, 9, 15, 0, TimeSpan.FromHours(8)),
        "51",
        1,
        JsonNode.Parse("""{"notice":{"zh":"您的申请已收到。","en":"Your application has been received <at> the window."}}""")!);
}
