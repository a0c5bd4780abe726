using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Inbox;

/// <summary>The answer to an incoming event.</summary>
/// <param name="Number">The application's number: the same for the same application for ever.</param>
/// <param name="Message">For the queue; null unless the event was taken.</param>
/// <param name="Fault">Why not; null when taken or a duplicate.</param>
public sealed record Receipt(ReceiptKind Kind, ApplicationNumber Number, InboxMessage? Message, Fault? Fault);
