using System.Text.Json.Serialization;

namespace CrossRegion.Simulators.SharedData;

/// <summary>How the provider treats a reserved applicant's query for a data item.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProviderBehaviour>))]
public enum ProviderBehaviour
{
    /// <summary>The data are there.</summary>
    [JsonStringEnumMemberName("found")]
    Found,

    /// <summary>A proper answer: there are no such data.</summary>
    [JsonStringEnumMemberName("notFound")]
    NotFound,

    /// <summary>200 with a body that makes no sense, until healed.</summary>
    [JsonStringEnumMemberName("nonsense")]
    Nonsense,

    /// <summary>503, until healed.</summary>
    [JsonStringEnumMemberName("outage")]
    Outage,
}
