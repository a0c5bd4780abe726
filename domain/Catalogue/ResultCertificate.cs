using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Catalogue;

/// <summary>审批结果: the certificate that a positive decision ends in.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name.</param>
/// <param name="ValidMonths">For how many months it holds; null when it has no end.</param>
public sealed record ResultCertificate(CertificateTypeCode Type, LocalizedText Name, int? ValidMonths);
