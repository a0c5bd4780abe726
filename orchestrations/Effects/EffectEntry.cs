using NodaTime;

namespace CrossRegion.Orchestrations.Effects;

/// <summary>An entry of a case's effect ledger: one thing done to the world outside, under one key for ever.</summary>
/// <param name="Key">The same effect has the same key in every attempt, replay and generation.</param>
/// <param name="Attempts">How often it was begun.</param>
/// <param name="Result">The receiver's answer as JSON, once completed, with what is personal in it sealed; null when it answers nothing.</param>
public sealed record EffectEntry(
    string Key,
    EffectState State,
    Instant PlannedAt,
    Instant? BegunAt = null,
    Instant? CompletedAt = null,
    int Attempts = 0,
    string? Result = null)
{
    public static EffectEntry Planned(string key, Instant at) => new(key, EffectState.Planned, at);

    public EffectEntry Begin(Instant at) => this with { State = EffectState.Begun, BegunAt = at, Attempts = Attempts + 1 };

    public EffectEntry Complete(Instant at, string? result) => this with { State = EffectState.Completed, CompletedAt = at, Result = result };
}
