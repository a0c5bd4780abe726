using System.Text.Json.Serialization;

namespace CrossRegion.Simulators.Samples;

/// <summary>How an application is to end.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Expectation>))]
public enum Expectation
{
    /// <summary>准予: decided in the applicant's favour, certificate made and delivered.</summary>
    [JsonStringEnumMemberName("granted")]
    Granted,

    /// <summary>Granted after one notice of what was missing (补正) and its supplement.</summary>
    [JsonStringEnumMemberName("granted-after-supplement")]
    GrantedAfterSupplement,

    /// <summary>Failed for a technical reason, replayed by an operator, then granted.</summary>
    [JsonStringEnumMemberName("granted-after-replay")]
    GrantedAfterReplay,

    /// <summary>不予: refused with reasons and remedies.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary>不予受理: the authority is not competent and names the one that is.</summary>
    [JsonStringEnumMemberName("notAccepted")]
    NotAccepted,

    /// <summary>The event was taken before: the same number comes back, and no second case.</summary>
    [JsonStringEnumMemberName("duplicate")]
    Duplicate,

    /// <summary>The event is faulty: refused with all its faults, and no case.</summary>
    [JsonStringEnumMemberName("rejected")]
    Rejected,
}
