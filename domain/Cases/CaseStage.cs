using System.Text.Json.Serialization;
using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Cases;

/// <summary>Where a case (办件) stands, in the law's words. What may follow on what is in <see cref="Lifecycle"/>.</summary>
[JsonConverter(typeof(CodeJsonConverter<CaseStage>))]
public enum CaseStage
{
    [Code("applied", "申请", "Applied")]
    Applied = 1,

    [Code("received", "收件", "Received")]
    Received = 2,

    [Code("preReview", "预审", "In pre-review")]
    PreReview = 3,

    [Code("supplementRequested", "补正告知", "Supplement requested")]
    SupplementRequested = 4,

    [Code("accepted", "受理", "Accepted")]
    Accepted = 5,

    [Code("notAccepted", "不予受理", "Acceptance refused")]
    NotAccepted = 6,

    [Code("notRequired", "不受理", "No licence required")]
    NotRequired = 7,

    [Code("underReview", "审查", "Under review")]
    UnderReview = 8,

    [Code("specialProcedure", "特别程序", "In a special procedure")]
    SpecialProcedure = 9,

    [Code("decided", "决定", "Decided")]
    Decided = 10,

    [Code("concluded", "办结", "Concluded")]
    Concluded = 11,

    [Code("certificateMade", "制证", "Certificate made")]
    CertificateMade = 12,

    [Code("delivered", "送达", "Delivered")]
    Delivered = 13,

    [Code("evaluated", "评价", "Evaluated")]
    Evaluated = 14,

    [Code("withdrawn", "撤回", "Withdrawn")]
    Withdrawn = 15,
}
