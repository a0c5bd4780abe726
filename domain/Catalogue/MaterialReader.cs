using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Catalogue;

/// <summary>Reads one material of an item.</summary>
internal static class MaterialReader
{
    public static Material? Read(ObjectReader reader, HandlingCode? item)
    {
        var code = reader.Identifier<MaterialCode>("code");
        if (code is not null && item is not null && code.Handling != item)
        {
            reader.Report("code", "code-mismatch", "材料编码应以业务办理项编码开头", "the material's code does not begin with the handling code");
        }

        var name = reader.Localized("name");
        var need = reader.Code<MaterialNeed>("need");
        var condition = reader.OptionalLocalized("condition");
        if (need is not null && (need == MaterialNeed.Conditional) != reader.Has("condition"))
        {
            reader.Report("condition", "condition", "仅特定情形必要的材料应说明情形", "a condition stands with conditional materials, and with no others");
        }

        var trust = reader.Code<TrustLevel>("trustLevel");
        var source = reader.Object("source", Source);
        if (trust is not null && source is not null && source.IsAskedOfApplicant != trust is TrustLevel.C or TrustLevel.D)
        {
            reader.Report(
                "trustLevel",
                "trust",
                "申请人提交的材料为C或D级,其他来源为A或B级",
                "what the applicant hands in is of level C or D, what comes from elsewhere of A or B");
        }

        return reader.Build(() => new Material(code!, name!, need!.Value, condition, trust!.Value, source!));
    }

    private static MaterialSource? Source(ObjectReader reader)
    {
        switch (reader.Text("kind"))
        {
            case "sharedData":
                var item = reader.Identifier<SharedDataCode>("item");
                return reader.Build(() => new SharedDataSource(item!));
            case "earlierMaterial":
                var material = reader.Identifier<MaterialCode>("material");
                return reader.Build(() => new EarlierMaterialSource(material!));
            case "eCertificate":
                var type = reader.Identifier<CertificateTypeCode>("type");
                return reader.Build(() => new ElectronicCertificateSource(type!));
            case "upload":
                return reader.Build(() => new UploadSource());
            case null:
                return null;
            default:
                reader.Report(
                    "kind",
                    "code",
                    "应为sharedData、earlierMaterial、eCertificate或upload",
                    "one of sharedData earlierMaterial eCertificate upload is expected");
                return null;
        }
    }
}
