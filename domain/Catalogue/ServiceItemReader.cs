using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Catalogue;

/// <summary>Reads one file of <c>items/</c>: one version of one item, with all that can be judged without the other files.</summary>
internal static class ServiceItemReader
{
    public const string Folder = "items/";

    private const int HighestVersion = 10_000;

    public static ServiceItem? Read(CatalogueFile file, FaultCollector faults)
    {
        if (ObjectReader.Open(file.Path, file.Text, faults) is not { } reader)
        {
            return null;
        }

        reader.Skip("$schema");
        var code = ReadCodes(reader);
        var version = reader.Integer("version", 1, HighestVersion);
        var status = reader.Code<VersionStatus>("status");
        var validFrom = reader.Date("validFrom");
        var validTo = reader.OptionalDate("validTo");
        if (validFrom > validTo)
        {
            reader.Report("validTo", "order", "有效期结束早于开始", "the validity ends before it begins");
        }

        var name = reader.Localized("name");
        var kind = reader.Code<HandlingKind>("handlingKind");
        var mode = reader.Code<CrossProvinceMode>("crossProvinceMode");
        var applicants = reader.Codes<ApplicantType>("applicantTypes", 1);
        var forms = reader.Codes<HandlingForm>("handlingForms", 1);
        var scope = reader.Identifiers<ProvinceCode>("scope", 1);
        var conditions = reader.LocalizedTexts("conditions", 1);
        var materials = reader.Objects("materials", 1, material => MaterialReader.Read(material, code));
        CheckDistinct(reader, "materials", materials.Select(material => material.Code));
        var limits = reader.Object("limits", LimitReader.Limits);
        var departments = DepartmentRules.Check(
            reader.Objects("departments", 1, DepartmentReader.Read), code?.Implementation, mode, limits, reader);
        CheckScope(reader, scope, departments);
        var stages = reader.Objects("stages", 1, LimitReader.Stage);
        CheckDistinct(reader, "stages", stages.Select(stage => stage.Stage));
        var procedures = reader.Objects("specialProcedures", 0, ReadProcedure);
        var result = reader.Object("result", ReadResult);
        var fee = reader.Object("fee", ReadFee);
        var legalBasis = reader.Objects("legalBasis", 1, LimitReader.Basis);

        return reader.Build(() => new ServiceItem
        {
            Code = code!,
            Version = version!.Value,
            Status = status!.Value,
            ValidFrom = validFrom!.Value,
            ValidTo = validTo,
            Name = name!,
            Type = code!.Basic.Type!.Value,
            Level = code.Implementation.Level,
            Kind = kind!.Value,
            Mode = mode!.Value,
            ApplicantTypes = applicants,
            Forms = forms,
            Scope = scope,
            Conditions = conditions,
            Materials = materials,
            Departments = departments,
            Limits = limits!,
            Stages = stages,
            SpecialProcedures = procedures,
            Result = result!,
            Fee = fee!,
            LegalBasis = legalBasis,
        });
    }

    /// <summary>The three codes, type and level say the same thing more than once, and must agree.</summary>
    private static HandlingCode? ReadCodes(ObjectReader reader)
    {
        var code = reader.Identifier<HandlingCode>("handlingCode");
        var implementation = reader.Identifier<ImplementationCode>("implementationCode");
        var basic = reader.Identifier<BasicCode>("basicCode");
        var type = reader.Code<ItemType>("itemType");
        var level = reader.Code<ExerciseLevel>("exerciseLevel");
        if (code is null)
        {
            return null;
        }

        Agree(reader, "implementationCode", implementation, code.Implementation);
        Agree(reader, "basicCode", basic, code.Basic);
        Agree(reader, "itemType", type, code.Basic.Type);
        Agree(reader, "exerciseLevel", level, code.Implementation.Level);
        return code;
    }

    private static void Agree<T>(ObjectReader reader, string property, T? given, T? inCode)
    {
        if (given is not null && !given.Equals(inCode))
        {
            reader.Report(property, "code-mismatch", $"与业务办理项编码中的{inCode}不一致", $"the handling code says {inCode}");
        }
    }

    private static void CheckDistinct<T>(ObjectReader reader, string property, IEnumerable<T> keys)
    {
        var list = keys.ToList();
        if (list.Distinct().Count() != list.Count)
        {
            reader.Report(property, "repeated", "列表中有重复项", "an entry stands in the list twice");
        }
    }

    private static void CheckScope(ObjectReader reader, IReadOnlyList<ProvinceCode> scope, IReadOnlyList<Department> departments)
    {
        if (departments.FirstOrDefault(department => department.Role == DepartmentRole.Lead) is { } lead && !scope.Contains(lead.Province))
        {
            reader.Report("scope", "scope", $"通办范围应含牵头部门所在省{lead.Province}", $"the scope lacks the lead's own province {lead.Province}");
        }
    }

    private static SpecialProcedure? ReadProcedure(ObjectReader reader)
    {
        var name = reader.Localized("name");
        var kind = reader.Code<SpecialProcedureKind>("kind");
        var limit = reader.Object("limit", LimitReader.Limit);
        return reader.Build(() => new SpecialProcedure(name!, kind!.Value, limit!));
    }

    private static ResultCertificate? ReadResult(ObjectReader reader)
    {
        var type = reader.Identifier<CertificateTypeCode>("certificateType");
        var name = reader.Localized("name");
        var months = reader.Has("validMonths") ? reader.Integer("validMonths", 1, 1200) : null;
        return reader.Build(() => new ResultCertificate(type!, name!, months));
    }

    private static Fee? ReadFee(ObjectReader reader)
    {
        var charged = reader.Boolean("charged");
        var standard = reader.OptionalLocalized("standard");
        var basis = reader.OptionalObject("basis", LimitReader.Basis);
        if (charged is not null && (charged != reader.Has("standard") || charged != reader.Has("basis")))
        {
            reader.Report("charged", "fee", "收费应有标准和依据,不收费则不应有", "a fee has its standard and its basis, and no fee has neither");
        }

        return reader.Build(() => new Fee(charged!.Value, standard, basis));
    }
}
