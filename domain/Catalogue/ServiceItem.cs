using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Catalogue;

/// <summary>
/// 政务服务事项 in one version. An application is handled to its end under the version it was accepted with; a published
/// version never changes.
/// </summary>
public sealed record ServiceItem
{
    /// <summary>业务办理项编码 (33); implementation and basic code are parts of it.</summary>
    public required HandlingCode Code { get; init; }

    public ImplementationCode ImplementationCode => Code.Implementation;

    public BasicCode BasicCode => Code.Basic;

    /// <summary>1 and up.</summary>
    public required int Version { get; init; }

    public required VersionStatus Status { get; init; }

    /// <summary>First day in force.</summary>
    public required LocalDate ValidFrom { get; init; }

    /// <summary>Last day in force; null while no end is known. A successor's publication sets it in <c>published.json</c>.</summary>
    public required LocalDate? ValidTo { get; init; }

    public required LocalizedText Name { get; init; }

    public required ItemType Type { get; init; }

    public required ExerciseLevel Level { get; init; }

    public required HandlingKind Kind { get; init; }

    public required CrossProvinceMode Mode { get; init; }

    public required IReadOnlyList<ApplicantType> ApplicantTypes { get; init; }

    public required IReadOnlyList<HandlingForm> Forms { get; init; }

    /// <summary>通办范围: the provinces in which it may be applied for.</summary>
    public required IReadOnlyList<ProvinceCode> Scope { get; init; }

    /// <summary>受理条件.</summary>
    public required IReadOnlyList<LocalizedText> Conditions { get; init; }

    public required IReadOnlyList<Material> Materials { get; init; }

    /// <summary>In an order in which each comes after those it waits for.</summary>
    public required IReadOnlyList<Department> Departments { get; init; }

    public required ItemLimits Limits { get; init; }

    public required IReadOnlyList<StageLimit> Stages { get; init; }

    public required IReadOnlyList<SpecialProcedure> SpecialProcedures { get; init; }

    public required ResultCertificate Result { get; init; }

    public required Fee Fee { get; init; }

    public required IReadOnlyList<LegalBasis> LegalBasis { get; init; }

    /// <summary>The one department that accepts, decides and answers to the applicant (行政许可法 art. 26).</summary>
    public Department Lead => Departments.Single(department => department.Role == DepartmentRole.Lead);

    public Department? FindDepartment(DepartmentKey key) => Departments.FirstOrDefault(department => department.Key == key);

    public Material? FindMaterial(MaterialCode code) => Materials.FirstOrDefault(material => material.Code == code);

    public TimeLimit? StageLimit(HandlingStage stage) => Stages.FirstOrDefault(limit => limit.Stage == stage)?.Limit;

    /// <summary>True for a published version on a day of its validity.</summary>
    public bool IsInForce(LocalDate date) =>
        Status == VersionStatus.Published && date >= ValidFrom && (ValidTo is not { } last || date <= last);
}
