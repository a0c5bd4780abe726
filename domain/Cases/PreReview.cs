using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Cases;

/// <summary>
/// 预审: whether an application can be accepted, and if not everything that stands in the way, at one time (行政许可法 art. 32).
/// </summary>
public static class PreReview
{
    /// <summary>
    /// What has to be looked up with the authorities before anybody may be asked for it: every material that does not come from the
    /// applicant, by its look-up code (政务数据共享条例 art. 19; 优化营商环境条例 art. 37).
    /// </summary>
    public static IReadOnlyList<string> LookUps(ServiceItem item) =>
        [.. item.Materials.Select(LookUpCode).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Null for a material the applicant hands in; else what the authorities file it under.</summary>
    public static string? LookUpCode(Material material) => material.Source switch
    {
        SharedDataSource shared => shared.Item.Value,
        ElectronicCertificateSource certificate => certificate.Type.Value,
        EarlierMaterialSource earlier => earlier.Material.Value,
        _ => null,
    };

    /// <summary>Null when the authority may accept it; else on which ground it does not (art. 32(1), 32(2)).</summary>
    public static NonAcceptance? Competence(ServiceItem item, Case application)
    {
        if (!item.ApplicantTypes.Contains(application.Applicant.Type))
        {
            return new NonAcceptance(
                NonAcceptanceKind.NotRequired,
                new("申请人依法不需要办理该事项", "The law does not require this of an applicant of this kind"),
                CompetentAuthority: null);
        }

        return item.Scope.Contains(application.Province)
            ? null
            : new NonAcceptance(
                NonAcceptanceKind.NotCompetent,
                new("申请地不在该事项的通办范围内,本机关不具有管辖权", "The item cannot be applied for from this province; the authority is not competent"),
                item.Lead.Name);
    }

    /// <summary>Everything that is missing. After a first notice only what it named (art. 32(4): told once, nothing new later).</summary>
    /// <param name="item">In the version the case is handled under.</param>
    /// <param name="application">The case with what was handed in so far.</param>
    /// <param name="lookedUp">By look-up code: whether the authorities hold it.</param>
    public static IReadOnlyList<Deficiency> Examine(ServiceItem item, Case application, IReadOnlyDictionary<string, bool> lookedUp)
    {
        var handedIn = application.Materials.Select(material => material.Code).ToHashSet();
        var missing = item.Materials
            .Where(material => material.Need == MaterialNeed.Required && !handedIn.Contains(material.Code))
            .Select(material => Missing(material, lookedUp))
            .OfType<Deficiency>();

        if (application.Supplements.IsEmpty)
        {
            return [.. missing];
        }

        HashSet<MaterialCode> told = [.. application.Supplements[0].Deficiencies.Select(deficiency => deficiency.Material)];
        return [.. missing.Where(deficiency => told.Contains(deficiency.Material))];
    }

    private static Deficiency? Missing(Material material, IReadOnlyDictionary<string, bool> lookedUp) => LookUpCode(material) switch
    {
        null => new Deficiency(
            material.Code,
            material.Name,
            "missing",
            new($"请提交“{material.Name.Zh}”", $"Please hand in: {material.Name.En}")),
        { } code when lookedUp[code] => null,
        _ => new Deficiency(
            material.Code,
            material.Name,
            "not-found-in-shared-data",
            new(
                $"有关部门未查到“{material.Name.Zh}”,请提交",
                $"No authority holds this on record, so please hand it in: {material.Name.En}")),
    };
}
