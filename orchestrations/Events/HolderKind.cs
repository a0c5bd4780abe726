using System.Text.Json.Serialization;

namespace CrossRegion.Orchestrations.Events;

/// <summary>The two kinds of identifiers of persons and bodies.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HolderKind>))]
public enum HolderKind
{
    /// <summary>公民身份号码, GB 11643.</summary>
    [JsonStringEnumMemberName("resident-id")]
    ResidentId = 1,

    /// <summary>统一社会信用代码, GB 32100.</summary>
    [JsonStringEnumMemberName("uscc")]
    Uscc = 2,
}
