using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>
/// 删除 (个人信息保护法 art. 47): the person is gone from a closed case, which is nobody's any more. Not a step of the licensing law: the
/// stage stays what it was.
/// </summary>
/// <param name="Reason">The operator's words. They stay, so they must name nobody.</param>
public sealed record Erased(Instant At, string By, string Reason) : CaseStep(At, By)
{
    public override string Key => "erased";
}
