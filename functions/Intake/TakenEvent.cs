using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.Inbox;

namespace CrossRegion.Functions.Intake;

/// <summary>An event and the receipt it got.</summary>
public sealed record TakenEvent(IncomingEvent Event, Receipt Receipt);
