using System.Text.Json.Serialization;
using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Cases;

/// <summary>How far one department's review has come.</summary>
[JsonConverter(typeof(CodeJsonConverter<ReviewState>))]
public enum ReviewState
{
    /// <summary>It waits for departments it depends on.</summary>
    [Code("waiting", "待启动", "Waiting for others")]
    Waiting = 1,

    [Code("requested", "审查中", "In review")]
    Requested = 2,

    [Code("approved", "同意", "Approved")]
    Approved = 3,

    [Code("refused", "不同意", "Refused")]
    Refused = 4,

    /// <summary>Another department's refusal, or the applicant's withdrawal, made it pointless.</summary>
    [Code("stopped", "已终止", "Stopped")]
    Stopped = 5,
}
