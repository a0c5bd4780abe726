using System.Text.Json.Serialization;
using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Cases;

/// <summary>The grounds on which an application is not accepted.</summary>
[JsonConverter(typeof(CodeJsonConverter<NonAcceptanceKind>))]
public enum NonAcceptanceKind
{
    /// <summary>art. 32(1): what is applied for needs no licence.</summary>
    [Code("notRequired", "不受理", "No licence required")]
    NotRequired = 1,

    /// <summary>art. 32(2): the authority is not competent.</summary>
    [Code("refused", "不予受理", "Acceptance refused")]
    NotCompetent = 2,

    /// <summary>The applicant did not supplement within the limit the notice set.</summary>
    [Code("lapsed", "逾期未补正", "Not supplemented in time")]
    Lapsed = 3,
}
