using CrossRegion.Domain;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using NodaTime.Text;

namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>What people read in a timeline. No personal data; what an operator has to know of a failure is not told here.</summary>
internal static class TimelineText
{
    private static readonly LocalizedText Nothing = new(string.Empty, string.Empty);

    public static TimelineEntryView Entry(TimelineEntry entry, ServiceItem item)
    {
        var name = Name(entry.Step);
        var detail = Detail(entry.Step, item);
        var code = char.ToLowerInvariant(entry.Step.GetType().Name[0]) + entry.Step.GetType().Name[1..];
        return new TimelineEntryView(
            entry.Sequence, entry.Step.At.ToDateTimeOffset(), new CodedText(code, name.Zh, name.En), detail.Zh, detail.En, entry.Step.By);
    }

    private static LocalizedText Name(CaseStep step) => step switch
    {
        Applied => new("申请", "Applied"),
        Received => new("收件", "Received"),
        PreReviewed => new("预审", "Pre-reviewed"),
        SupplementRequested => new("补正告知", "Supplement requested"),
        Supplemented => new("补正", "Supplemented"),
        Accepted => new("受理", "Accepted"),
        AcceptanceRefused refused => refused.NonAcceptance.Kind.Name(),
        ReviewRequested => new("送部门审查", "Sent to a department for review"),
        ReviewDecided => new("部门审查意见", "A department has answered"),
        ReviewStopped => new("终止部门审查", "A department's review was stopped"),
        SpecialProcedureStarted => new("特别程序开始", "A special procedure began"),
        SpecialProcedureEnded => new("特别程序结束", "A special procedure ended"),
        Decided => new("决定", "Decided"),
        Concluded => new("办结", "Concluded"),
        CertificateMade => new("制证", "Certificate made"),
        Delivered => new("送达", "Delivered"),
        EvaluationInvited => new("邀请评价", "Evaluation invited"),
        Evaluated => new("评价", "Evaluated"),
        Withdrawn => new("撤回", "Withdrawn"),
        HandlingFailed => new("系统办理失败", "The system could not go on"),
        Replayed => new("重新办理", "Replayed by an operator"),
        Erased => new("依法删除个人信息", "Personal data were erased"),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.GetType().Name, "a step without a name"),
    };

    private static LocalizedText Department(DepartmentKey key, ServiceItem item)
    {
        var department = item.FindDepartment(key)!;
        return new($"{department.Name.Zh}:{department.Task.Zh}", $"{department.Name.En}: {department.Task.En}");
    }

    private static LocalizedText Detail(CaseStep step, ServiceItem item) => step switch
    {
        PreReviewed { Deficiencies.Count: 0 } => new("材料齐全", "Complete"),
        PreReviewed reviewed => new($"缺{reviewed.Deficiencies.Count}项材料", $"{reviewed.Deficiencies.Count} missing"),
        SupplementRequested requested => new(
            string.Join(";", requested.Supplement.Deficiencies.Select(deficiency => deficiency.Message.Zh)),
            string.Join("; ", requested.Supplement.Deficiencies.Select(deficiency => deficiency.Message.En))),
        Accepted accepted => new(
            $"受理通知书{accepted.Acceptance.ReceiptNumber},承诺办结日期{LocalDatePattern.Iso.Format(accepted.Acceptance.PromisedDueOn)}",
            $"Receipt {accepted.Acceptance.ReceiptNumber}, promised by {LocalDatePattern.Iso.Format(accepted.Acceptance.PromisedDueOn)}"),
        AcceptanceRefused refused => refused.NonAcceptance.Reason,
        ReviewRequested requested => Department(requested.Department, item),
        ReviewDecided decided => decided.Outcome.Name(),
        ReviewStopped stopped => Department(stopped.Department, item),
        SpecialProcedureStarted started => started.Ground.Name(),
        Decided decided => decided.Decision.Outcome.Name(),
        CertificateMade made => new(made.Certificate.Identifier.Value, made.Certificate.Identifier.Value),
        Evaluated evaluated => evaluated.Satisfaction.Name(),
        _ => Nothing,
    };
}
