using NodaTime;

namespace CrossRegion.Orchestrations.Exchange.Taking;

/// <summary>An entry of the audit: what was refused, when and why, with the message itself as evidence.</summary>
public sealed record AuditedRefusal(Instant At, RefusedMessage Claims, Refusal Refusal, string Message);
