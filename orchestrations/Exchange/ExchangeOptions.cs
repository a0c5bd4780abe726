using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Orchestrations.Exchange;

/// <summary>How a stamp takes part in the exchange.</summary>
/// <param name="Provinces">
/// Setting <c>CrossRegion__Provinces</c>, codes separated by commas: the provinces that this stamp serves, sends for and receives for.
/// Default: the one of <c>CrossRegion__Stamp</c>, which must be among them.
/// </param>
/// <param name="Peers">The provinces of other stamps: those named in the settings <c>CrossRegion__Peers__N__Endpoint</c>.</param>
public sealed record ExchangeOptions(IReadOnlyList<ProvinceCode> Provinces, IReadOnlyList<ProvinceCode> Peers)
{
    /// <summary>Setting <c>CrossRegion__Exchange__MessageLifetimeSeconds</c>, 30 to 86,400, default 600: how long after its signature a message is taken.</summary>
    public Duration MessageLifetime { get; init; } = Duration.FromSeconds(600);

    /// <summary>Setting <c>CrossRegion__Exchange__ClockSkewSeconds</c>, 0 to 600, default 60: how much two stamps' clocks may differ.</summary>
    public Duration ClockSkew { get; init; } = Duration.FromSeconds(60);

    /// <summary>Setting <c>CrossRegion__Exchange__RetryFirstSeconds</c>, 0.01 to 3,600, default 1: the first wait when a peer does not answer; each is twice the one before.</summary>
    public Duration RetryFirst { get; init; } = Duration.FromSeconds(1);

    /// <summary>Setting <c>CrossRegion__Exchange__RetryCeilingSeconds</c>, 1 to 86,400, default 60: the longest wait. It is tried for ever.</summary>
    public Duration RetryCeiling { get; init; } = Duration.FromSeconds(60);

    /// <summary>Setting <c>CrossRegion__Exchange__AlarmAfterSeconds</c>, 1 to 604,800, default 900: the age at which a hand-over without a receipt is an alarm.</summary>
    public Duration AlarmAfter { get; init; } = Duration.FromSeconds(900);

    /// <summary>
    /// Setting <c>CrossRegion__Exchange__CatchUpShare</c>, 0.05 to 1, default 0.5: which share of the time this stamp takes hand-overs from
    /// peers that catch up after an outage.
    /// </summary>
    public double CatchUpShare { get; init; } = 0.5;

    public bool Serves(ProvinceCode province) => Provinces.Contains(province);
}
