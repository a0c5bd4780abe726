using System.Text.Json.Serialization;

namespace CrossRegion.Domain.Catalogue;

/// <summary>
/// Where a material comes from: <see cref="SharedDataSource"/>, <see cref="EarlierMaterialSource"/>,
/// <see cref="ElectronicCertificateSource"/> or <see cref="UploadSource"/>. Only the last is asked of the applicant
/// (优化营商环境条例 art. 37: what sharing gives is not asked for again).
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SharedDataSource), "sharedData")]
[JsonDerivedType(typeof(EarlierMaterialSource), "earlierMaterial")]
[JsonDerivedType(typeof(ElectronicCertificateSource), "eCertificate")]
[JsonDerivedType(typeof(UploadSource), "upload")]
public abstract record MaterialSource
{
    private protected MaterialSource()
    {
    }

    /// <summary>True when the applicant has to hand the material in.</summary>
    public bool IsAskedOfApplicant => this is UploadSource;
}
