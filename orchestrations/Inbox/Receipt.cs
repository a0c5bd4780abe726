using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Inbox;

/// <summary>The answer to an incoming event.</summary>
/// <param name="Number">The application's number: the same for the same application for ever.</param>
/// <param name="Message">For the queue; null when refused, and when an orchestration knows of the event already.</param>
/// <param name="Faults">Why not; empty when taken or a duplicate.</param>
public sealed record Receipt(ReceiptKind Kind, ApplicationNumber Number, InboxMessage? Message, IReadOnlyList<Fault> Faults);
