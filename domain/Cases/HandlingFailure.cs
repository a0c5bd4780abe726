using NodaTime;

namespace CrossRegion.Domain.Cases;

/// <summary>Why the machine could not go on with a case; an operator replays it.</summary>
public sealed record HandlingFailure(string Step, string Reason, Instant At);
