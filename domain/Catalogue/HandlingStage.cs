using System.Text.Json.Serialization;
using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Catalogue;

/// <summary>办理环节: the stages of handling that have a limit of their own.</summary>
[JsonConverter(typeof(CodeJsonConverter<HandlingStage>))]
public enum HandlingStage
{
    [Code("preReview", "预审", "Pre-review")]
    PreReview = 1,

    [Code("review", "审查", "Review")]
    Review = 2,

    [Code("decision", "决定", "Decision")]
    Decision = 3,

    [Code("certificate", "制证", "Making of the certificate")]
    Certificate = 4,

    [Code("delivery", "送达", "Delivery")]
    Delivery = 5,
}
