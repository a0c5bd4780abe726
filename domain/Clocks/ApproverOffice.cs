using System.Text.Json.Serialization;
using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Clocks;

/// <summary>Whose approval an extension needs (行政许可法 art. 42).</summary>
[JsonConverter(typeof(CodeJsonConverter<ApproverOffice>))]
public enum ApproverOffice
{
    /// <summary>art. 42(1).</summary>
    [Code("authority-head", "本行政机关负责人", "Head of the authority")]
    AuthorityHead = 1,

    /// <summary>art. 42(2), where several departments handle one application.</summary>
    [Code("government-head", "本级人民政府负责人", "Head of the people's government at the same level")]
    GovernmentHead = 2,
}
