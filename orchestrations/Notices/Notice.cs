using System.Text.Json.Nodes;
using CrossRegion.Domain;
using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Orchestrations.Events;
using NodaTime;
using NodaTime.Text;

namespace CrossRegion.Orchestrations.Notices;

/// <summary>What a step is called on the wire, what it says in fields, and what a person reads. Schemas: <c>docs/events/</c>.</summary>
internal sealed record Notice(string Type, JsonObject Data, LocalizedText Text)
{
    /// <summary>Null for steps that are not told.</summary>
    public static Notice? Of(Case after, CaseStep step, ServiceItem item) => step switch
    {
        Received => ApplicationReceived(after, step, item),
        SupplementRequested requested => SupplementIsRequested(requested.Supplement, item),
        Accepted accepted => ApplicationAccepted(accepted.Acceptance, item),
        AcceptanceRefused refused => AcceptanceIsRefused(refused.NonAcceptance, item),
        ReviewRequested requested => ReviewIsRequested(after, requested, item),
        Decided decided => ApplicationDecided(decided.Decision, item),
        CertificateMade made => CertificateIssued(made.Certificate),
        Delivered => ApplicationDelivered(after, step, item),
        EvaluationInvited => EvaluationIsInvited(item),
        SpecialProcedureStarted or SpecialProcedureEnded or LimitExtended or LimitsRecomputed or RungRaised => LimitNotice.Of(after, step, item),
        _ => null,
    };

    private static Notice ApplicationReceived(Case after, CaseStep step, ServiceItem item) => new(
        EventTypes.ApplicationReceived,
        new JsonObject { ["receivedAt"] = Time(step.At), ["reference"] = after.Reference },
        new(
            $"您申请的“{item.Name.Zh}”已收件,办件编号{after.Number.Grouped}。",
            $"Your application for \"{item.Name.En}\" has been received. Its number is {after.Number.Grouped}."));

    private static Notice SupplementIsRequested(Supplement supplement, ServiceItem item)
    {
        var zh = string.Join(";", supplement.Deficiencies.Select(deficiency => deficiency.Message.Zh));
        var en = string.Join("; ", supplement.Deficiencies.Select(deficiency => deficiency.Message.En));
        return new(
            EventTypes.SupplementRequested,
            new JsonObject
            {
                ["dueOn"] = Date(supplement.DueOn),
                ["deficiencies"] = new JsonArray([.. supplement.Deficiencies.Select(Deficiency)]),
            },
            new(
                $"您申请的“{item.Name.Zh}”需要一次性补正以下内容,请于{Date(supplement.DueOn)}前提交:{zh}。",
                $"Your application for \"{item.Name.En}\" lacks the following, told here once and completely. Please hand it in by {Date(supplement.DueOn)}: {en}."));
    }

    private static Notice ApplicationAccepted(Acceptance acceptance, ServiceItem item) => new(
        EventTypes.ApplicationAccepted,
        new JsonObject
        {
            ["acceptedOn"] = Date(acceptance.AcceptedOn),
            ["promisedDueOn"] = Date(acceptance.PromisedDueOn),
            ["statutoryDueOn"] = Date(acceptance.StatutoryDueOn),
            ["receiptNumber"] = acceptance.ReceiptNumber,
            ["provisional"] = acceptance.Provisional,
            ["deemed"] = acceptance.Deemed,
        },
        acceptance.Deemed
            ? new(
                $"您申请的“{item.Name.Zh}”逾期未告知补正内容,依法自收到申请材料之日({Date(acceptance.AcceptedOn)})起视为受理(受理通知书{acceptance.ReceiptNumber}),承诺于{Date(acceptance.PromisedDueOn)}前办结。",
                $"Nobody told you in time what your application for \"{item.Name.En}\" lacks, so by law it counts as accepted from the day it was received, {Date(acceptance.AcceptedOn)} (receipt {acceptance.ReceiptNumber}). We promise a decision by {Date(acceptance.PromisedDueOn)}.")
            : new(
                $"您申请的“{item.Name.Zh}”已于{Date(acceptance.AcceptedOn)}受理(受理通知书{acceptance.ReceiptNumber}),承诺于{Date(acceptance.PromisedDueOn)}前办结。",
                $"Your application for \"{item.Name.En}\" was accepted on {Date(acceptance.AcceptedOn)} (receipt {acceptance.ReceiptNumber}). We promise a decision by {Date(acceptance.PromisedDueOn)}."));

    private static Notice AcceptanceIsRefused(NonAcceptance refused, ServiceItem item)
    {
        var data = new JsonObject { ["kind"] = refused.Kind.Code(), ["reasonZh"] = refused.Reason.Zh, ["reasonEn"] = refused.Reason.En };
        var (zh, en) = ($"您申请的“{item.Name.Zh}”{refused.Kind.Name().Zh}:{refused.Reason.Zh}。", $"Your application for \"{item.Name.En}\" was not accepted. {refused.Reason.En}.");
        if (refused.CompetentAuthority is { } authority)
        {
            data["competentAuthorityZh"] = authority.Zh;
            data["competentAuthorityEn"] = authority.En;
            zh += $"请向{authority.Zh}申请。";
            en += $" Please apply to: {authority.En}.";
        }

        if (refused.Kind == NonAcceptanceKind.NotCompetent)
        {
            data["remediesZh"] = Remedies.Text.Zh;
            data["remediesEn"] = Remedies.Text.En;
            (zh, en) = (zh + Remedies.Text.Zh, $"{en} {Remedies.Text.En}");
        }

        return new(EventTypes.ApplicationRefusedAcceptance, data, new(zh, en));
    }

    private static Notice ReviewIsRequested(Case after, ReviewRequested requested, ServiceItem item)
    {
        var department = item.FindDepartment(requested.Department)!;
        var data = new JsonObject
        {
            ["department"] = department.Key.Value,
            ["departmentNameZh"] = department.Name.Zh,
            ["departmentNameEn"] = department.Name.En,
            ["uscc"] = department.CreditCode.Value,
            ["applicant"] = new JsonObject { ["nameMasked"] = Masking.Name(after.Applicant.Name) },
        };
        if (requested.DueOn is { } due)
        {
            data["dueOn"] = Date(due);
        }

        return new(
            EventTypes.ReviewRequested,
            data,
            new(
                $"请{department.Name.Zh}办理:{department.Task.Zh}(办件编号{after.Number.Grouped})。",
                $"{department.Name.En} is asked for: {department.Task.En} (application {after.Number.Grouped})."));
    }

    private static Notice ApplicationDecided(Decision decision, ServiceItem item)
    {
        var data = new JsonObject
        {
            ["outcome"] = decision.Outcome.Code(),
            ["decidedOn"] = Date(decision.DecidedOn),
            ["reasons"] = new JsonArray([.. decision.Reasons.Select(reason => new JsonObject { ["text"] = reason.Text, ["legalBasis"] = reason.LegalBasis })]),
        };
        if (decision.Outcome == DecisionOutcome.Granted)
        {
            return new(
                EventTypes.ApplicationDecided,
                data,
                new($"您申请的“{item.Name.Zh}”已于{Date(decision.DecidedOn)}准予。", $"Your application for \"{item.Name.En}\" was granted on {Date(decision.DecidedOn)}."));
        }

        var reasons = string.Join(";", decision.Reasons.Select(reason => $"{reason.Text}({reason.LegalBasis})"));
        data["remediesZh"] = decision.Remedies!.Zh;
        data["remediesEn"] = decision.Remedies.En;
        return new(
            EventTypes.ApplicationDecided,
            data,
            new(
                $"您申请的“{item.Name.Zh}”于{Date(decision.DecidedOn)}决定不予许可。理由:{reasons}。{decision.Remedies.Zh}",
                $"Your application for \"{item.Name.En}\" was refused on {Date(decision.DecidedOn)}. Reasons: {reasons}. {decision.Remedies.En}"));
    }

    private static Notice CertificateIssued(Certificate certificate) => new(
        EventTypes.CertificateIssued,
        new JsonObject
        {
            ["identifier"] = certificate.Identifier.Value,
            ["typeNameZh"] = certificate.TypeName.Zh,
            ["typeNameEn"] = certificate.TypeName.En,
            ["issuedOn"] = Date(certificate.IssuedOn),
        },
        new(
            $"您的电子证照“{certificate.TypeName.Zh}”已制发,标识{certificate.Identifier}。",
            $"Your electronic certificate \"{certificate.TypeName.En}\" has been issued: {certificate.Identifier}."));

    private static Notice ApplicationDelivered(Case after, CaseStep step, ServiceItem item) => new(
        EventTypes.ApplicationDelivered,
        new JsonObject { ["deliveredAt"] = Time(step.At) },
        after.Decision!.Outcome == DecisionOutcome.Granted
            ? new($"“{item.Name.Zh}”的办理结果已送达。", $"The result of \"{item.Name.En}\" has been delivered.")
            : new($"“{item.Name.Zh}”的不予许可决定书已送达。", $"The decision refusing \"{item.Name.En}\" has been delivered."));

    private static Notice EvaluationIsInvited(ServiceItem item) => new(
        EventTypes.EvaluationInvited,
        [],
        new($"请您对“{item.Name.Zh}”的办理作出评价。", $"Please rate how \"{item.Name.En}\" was handled."));

    private static JsonObject Deficiency(Deficiency deficiency) => new()
    {
        ["material"] = deficiency.Material.Value,
        ["nameZh"] = deficiency.Name.Zh,
        ["nameEn"] = deficiency.Name.En,
        ["code"] = deficiency.Code,
        ["messageZh"] = deficiency.Message.Zh,
        ["messageEn"] = deficiency.Message.En,
    };

    internal static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static string Time(Instant at) => OffsetDateTimePattern.Rfc3339.Format(at.InZone(ChinaTime.Zone).ToOffsetDateTime());
}
