using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Orchestrations.Certificates;

/// <summary>An entry of the register of electronic certificates.</summary>
public sealed record RegisteredCertificate(ECertificateIdentifier Identifier, ApplicationNumber Application, LocalDate IssuedOn);
