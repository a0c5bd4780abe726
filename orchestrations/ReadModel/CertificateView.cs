namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>电子证照 that the case ended with.</summary>
/// <param name="Identifier">电子证照标识 (GB/T 36904).</param>
/// <param name="TypeNameZh">What kind of certificate.</param>
/// <param name="TypeNameEn">What kind of certificate.</param>
public sealed record CertificateView(string Identifier, string TypeNameZh, string TypeNameEn);
