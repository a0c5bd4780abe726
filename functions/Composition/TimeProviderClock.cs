using NodaTime;

namespace CrossRegion.Functions.Composition;

/// <summary>The one clock of the app for those who think in instants.</summary>
internal sealed class TimeProviderClock(TimeProvider time) : IClock
{
    public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(time.GetUtcNow());
}
