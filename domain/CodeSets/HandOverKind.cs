using System.Text.Json.Serialization;

namespace CrossRegion.Domain.CodeSets;

/// <summary>What one province's authority hands over to another's (国办发〔2020〕35号: 收受分离, 多地联办).</summary>
[JsonConverter(typeof(CodeJsonConverter<HandOverKind>))]
public enum HandOverKind
{
    /// <summary>An application that was received here and is accepted and decided there (异地代收代办).</summary>
    [Code("application", "申请件移交", "Application")]
    Application = 1,

    /// <summary>A department there is to review its part (多地联办).</summary>
    [Code("review-task", "协同审查任务", "Review task")]
    ReviewTask = 2,

    /// <summary>What a department or the competent authority has decided.</summary>
    [Code("decision", "审查意见与决定", "Decision")]
    Decision = 3,

    /// <summary>A material that was handed in or issued later.</summary>
    [Code("material", "材料移交", "Material")]
    Material = 4,

    /// <summary>The archive of a finished application (档案).</summary>
    [Code("archive", "档案移交", "Archive")]
    Archive = 5,

    /// <summary>What the applicant says of an application that another stamp handles: a withdrawal, a rating.</summary>
    [Code("statement", "申请人陈述", "Applicant's statement")]
    Statement = 6,

    /// <summary>A step of the handling, for a stamp that takes part and, if it is addressed to its province, for its subscribers.</summary>
    [Code("notice", "进度告知", "Notice")]
    Notice = 7,

    /// <summary>The person is erased from the application at the competent stamp, and has to be here too (个人信息保护法 art. 47).</summary>
    [Code("erasure", "个人信息删除", "Erasure")]
    Erasure = 8,
}
