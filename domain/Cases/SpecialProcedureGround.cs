using System.Text.Json.Serialization;
using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Cases;

/// <summary>The grounds on which time does not count; there are no others (行政许可法 art. 45).</summary>
[JsonConverter(typeof(CodeJsonConverter<SpecialProcedureGround>))]
public enum SpecialProcedureGround
{
    [Code("hearing", "听证", "Hearing")]
    Hearing = 1,

    [Code("tender", "招标", "Tender")]
    Tender = 2,

    [Code("auction", "拍卖", "Auction")]
    Auction = 3,

    [Code("inspection", "检验", "Inspection")]
    Inspection = 4,

    [Code("testing", "检测", "Testing")]
    Testing = 5,

    [Code("quarantine", "检疫", "Quarantine")]
    Quarantine = 6,

    [Code("appraisal", "鉴定", "Appraisal")]
    Appraisal = 7,

    [Code("expertReview", "专家评审", "Expert review")]
    ExpertReview = 8,
}
