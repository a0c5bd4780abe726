namespace CrossRegion.Simulators.Faults;

/// <summary>A window in which a system answers nothing but 503, in seconds from the start of the simulation.</summary>
internal sealed record Outage(double From, double To)
{
    public bool Covers(TimeSpan sinceStart) => sinceStart.TotalSeconds >= From && sinceStart.TotalSeconds < To;
}
