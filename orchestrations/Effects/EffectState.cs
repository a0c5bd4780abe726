using System.Text.Json.Serialization;

namespace CrossRegion.Orchestrations.Effects;

/// <summary>How far an outward effect is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EffectState>))]
public enum EffectState
{
    /// <summary>To be done; nobody outside has heard of it.</summary>
    [JsonStringEnumMemberName("planned")]
    Planned = 1,

    /// <summary>Perhaps done: in doubt after a crash.</summary>
    [JsonStringEnumMemberName("begun")]
    Begun = 2,

    /// <summary>Done and acknowledged; it is never done again.</summary>
    [JsonStringEnumMemberName("completed")]
    Completed = 3,
}
