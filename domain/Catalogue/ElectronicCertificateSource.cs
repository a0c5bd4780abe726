using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Catalogue;

/// <summary>The material is an electronic certificate the applicant already holds.</summary>
/// <param name="Type">The type of that certificate.</param>
public sealed record ElectronicCertificateSource(CertificateTypeCode Type) : MaterialSource;
