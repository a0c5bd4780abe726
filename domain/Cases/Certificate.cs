using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Cases;

/// <summary>The electronic certificate that the case ended with (制证).</summary>
public sealed record Certificate(ECertificateIdentifier Identifier, LocalizedText TypeName, LocalDate IssuedOn);
