using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Cases;

/// <summary>The applicant (申请人).</summary>
public sealed record Party(ApplicantType Type, string Name, PartyIdentifier Identifier, string? Phone, string? Email);
