using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>制证 (art. 39, 44): the certificate has its number, once and for ever.</summary>
public sealed record CertificateMade(Instant At, string By, Certificate Certificate) : CaseStep(At, By)
{
    public override string Key => "certificate-made";
}
