namespace CrossRegion.Adapters.Tests.Cosmos;

/// <summary>The clock of this machine, put forward at will.</summary>
internal sealed class OffsetClock : TimeProvider
{
    public TimeSpan Offset { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
}
