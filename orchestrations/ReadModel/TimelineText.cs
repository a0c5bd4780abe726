using CrossRegion.Domain;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Clocks;
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
        LimitExtended => new("延长期限", "Limit extended"),
        LimitsRecomputed => new("期限重算", "Limits counted again"),
        RungRaised raised => raised.Rung.Level.Name(),
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

    private static LocalizedText Collected(Collection collected)
    {
        var (zh, en) = collected.IdentityConfirmed switch
        {
            true => (",身份核验通过", ", identity confirmed"),
            false => (",身份核验未通过", ", identity not confirmed"),
            null => (string.Empty, string.Empty),
        };
        return new($"由{collected.Province}收件移交{zh}", $"Received in {collected.Province} and handed over{en}");
    }

    private static LocalizedText Clock(ClockKey key, ServiceItem item)
    {
        var name = key.Kind.Name();
        return key.Department is { } department && item.FindDepartment(department) is { } found
            ? new($"{name.Zh}:{found.Name.Zh}", $"{name.En}: {found.Name.En}")
            : name;
    }

    private static LocalizedText Detail(CaseStep step, ServiceItem item) => step switch
    {
        Received { Collected: { } collected } => Collected(collected),
        PreReviewed { Deficiencies.Count: 0 } => new("材料齐全", "Complete"),
        PreReviewed reviewed => new($"缺{reviewed.Deficiencies.Count}项材料", $"{reviewed.Deficiencies.Count} missing"),
        SupplementRequested requested => new(
            string.Join(";", requested.Supplement.Deficiencies.Select(deficiency => deficiency.Message.Zh)),
            string.Join("; ", requested.Supplement.Deficiencies.Select(deficiency => deficiency.Message.En))),
        Accepted { Acceptance: { Deemed: true } deemed } => new(
            $"逾期未告知,自收到材料之日{LocalDatePattern.Iso.Format(deemed.AcceptedOn)}起视为受理(行政许可法第三十二条),承诺办结日期{LocalDatePattern.Iso.Format(deemed.PromisedDueOn)}",
            $"By law from the day of receipt, {LocalDatePattern.Iso.Format(deemed.AcceptedOn)}, as no notice came in time (art. 32), promised by {LocalDatePattern.Iso.Format(deemed.PromisedDueOn)}"),
        Accepted accepted => new(
            $"受理通知书{accepted.Acceptance.ReceiptNumber},承诺办结日期{LocalDatePattern.Iso.Format(accepted.Acceptance.PromisedDueOn)}",
            $"Receipt {accepted.Acceptance.ReceiptNumber}, promised by {LocalDatePattern.Iso.Format(accepted.Acceptance.PromisedDueOn)}"),
        AcceptanceRefused refused => refused.NonAcceptance.Reason,
        ReviewRequested requested => Department(requested.Department, item),
        ReviewDecided decided => decided.Outcome.Name(),
        ReviewStopped stopped => Department(stopped.Department, item),
        SpecialProcedureStarted started => new(
            $"{started.Ground.Name().Zh},所需{started.Needed.Amount}个{started.Needed.Unit.Name().Zh},不计入期限,告知书{started.Document}",
            $"{started.Ground.Name().En}, {started.Needed.Amount} {started.Needed.Unit.Name().En}s that do not count, notice {started.Document}"),
        LimitExtended extended => new(
            $"{extended.Approver.Office.Name().Zh}批准延长{extended.Added.Amount}个{extended.Added.Unit.Name().Zh}:{extended.Reason}",
            $"{extended.Added.Amount} {extended.Added.Unit.Name().En}s more, approved by the {extended.Approver.Office.Name().En}: {extended.Reason}"),
        LimitsRecomputed recomputed => new(recomputed.Reason, recomputed.Reason),
        RungRaised raised => Clock(raised.Rung.Clock, item),
        Decided decided => decided.Decision.Outcome.Name(),
        CertificateMade made => new(made.Certificate.Identifier.Value, made.Certificate.Identifier.Value),
        Evaluated evaluated => evaluated.Satisfaction.Name(),
        _ => Nothing,
    };
}
