using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Functions.Intake;

/// <summary>What no schema says of an application.</summary>
internal sealed class ApplicationRules(ServiceCatalogue catalogue)
{
    private const string ResidentId = "resident-id";

    private static readonly ApplicantTypeJsonConverter ApplicantTypes = new();

    private readonly ILookup<HandlingCode, ServiceItem> _items = catalogue.Items.ToLookup(item => item.Code);

    public void Check(ReadableEvent incoming, LocalDate today, FaultCollector faults)
    {
        var item = CheckItem(incoming, today, faults);
        CheckApplicant(incoming, item, faults);
        CheckIdentifier(incoming, "data.applicant.identifier", faults);
        CheckIdentifier(incoming, "data.agent.identifier", faults);
        MaterialRules.Check(incoming, code => item?.FindMaterial(code) is not null || item is null, faults);
    }

    /// <summary>The item's version in force today.</summary>
    private ServiceItem? CheckItem(ReadableEvent incoming, LocalDate today, FaultCollector faults)
    {
        const string Path = "data.item";
        if (incoming.Text(Path) is not { } text || faults.Parse<HandlingCode>(Path, text) is not { } code)
        {
            return null;
        }

        if (!_items.Contains(code))
        {
            faults.Add(Path, "unknown-item", "目录中没有该事项", "the catalogue has no such item");
        }
        else if (catalogue.Find(code, today) is { } item)
        {
            return item;
        }
        else
        {
            faults.Add(Path, "not-in-force", $"该事项在{today:uuuu-MM-dd}不在有效期内", $"the item is not in force on {today:uuuu-MM-dd}");
        }

        return null;
    }

    private static void CheckApplicant(ReadableEvent incoming, ServiceItem? item, FaultCollector faults)
    {
        const string TypePath = "data.applicant.type";
        const string KindPath = "data.applicant.identifier.kind";
        if (!ApplicantTypes.TryParse(incoming.Text(TypePath), out var type))
        {
            return;
        }

        if (item is not null && !item.ApplicantTypes.Contains(type))
        {
            var allowed = item.ApplicantTypes.Select(other => other.Name()).ToList();
            faults.Add(
                TypePath,
                "applicant-type",
                $"该事项的服务对象为:{string.Join("、", allowed.Select(name => name.Zh))}",
                $"the item is for: {string.Join(", ", allowed.Select(name => name.En))}");
        }

        if (incoming.Text(KindPath) is { } kind && kind == ResidentId != (type == ApplicantType.NaturalPerson))
        {
            faults.Add(
                KindPath,
                "identifier-kind",
                "自然人应使用公民身份号码,其他申请人应使用统一社会信用代码",
                "a natural person has a resident-id, every other applicant a uscc");
        }
    }

    private static void CheckIdentifier(ReadableEvent incoming, string path, FaultCollector faults)
    {
        if (incoming.Text(path + ".kind") is not { } kind || incoming.Text(path + ".value") is not { } value)
        {
            return;
        }

        if (kind == ResidentId)
        {
            faults.Parse<ResidentIdentityNumber>(path + ".value", value);
        }
        else
        {
            faults.Parse<UnifiedSocialCreditCode>(path + ".value", value);
        }
    }
}
