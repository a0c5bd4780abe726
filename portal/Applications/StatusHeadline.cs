using CrossRegion.Domain;
using CrossRegion.Domain.Cases;
using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Portal.Layout;

namespace CrossRegion.Portal.Applications;

/// <summary>The answer to "where is my application" in one line.</summary>
internal sealed record StatusHeadline(LocalizedText Text, Tone Tone)
{
    public static StatusHeadline Of(ApplicationView application) => application switch
    {
        { Failure: not null } => new(new("办理暂时中断，工作人员正在处理", "Handling is interrupted; staff are dealing with it"), Tone.Attention),
        { WithdrawnAt: not null } => new(new("申请已撤回", "The application was withdrawn"), Tone.Idle),
        { NotAccepted.Kind: NonAcceptanceKind.NotRequired } => new(new("不受理：该事项不需要办理许可", "Not accepted: no licence is needed"), Tone.Bad),
        { NotAccepted.Kind: NonAcceptanceKind.Lapsed } => new(new("逾期未补正，申请终止", "The supplement did not come in time; the application ended"), Tone.Bad),
        { NotAccepted: not null } => new(new("不予受理", "Acceptance was refused"), Tone.Bad),
        { Decision.Outcome: DecisionOutcome.Refused } => new(new("不予许可", "Refused"), Tone.Bad),
        { Decision.Outcome: DecisionOutcome.Granted, DeliveredAt: not null } => new(new("准予许可，结果已送达", "Granted; the result was delivered"), Tone.Good),
        { Decision.Outcome: DecisionOutcome.Granted } => new(new("准予许可", "Granted"), Tone.Good),
        { Stage.Code: StageCodes.SupplementRequested } => new(new("请补正材料", "Please supplement the materials"), Tone.Attention),
        _ => new(new($"办理中：{application.Stage.Zh}", $"In progress: {application.Stage.En}"), Tone.Neutral),
    };
}
