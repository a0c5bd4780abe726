using System.Text.Json.Serialization;
using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Cases;

/// <summary>申请人.</summary>
public sealed record Applicant
{
    [JsonConverter(typeof(ApplicantTypeJsonConverter))]
    public required ApplicantType Type { get; init; }

    [PersonalData]
    public required string Name { get; init; }

    /// <summary>
    /// Of the kind that the type has: a resident identity number for a natural person, else a credit code. Null once erased.
    /// </summary>
    [PersonalData]
    public required HolderIdentifier? Identifier { get; init; }

    [PersonalData]
    public string? Phone { get; init; }

    [PersonalData]
    public string? Email { get; init; }

    /// <summary>Without personal data, since it may reach a log.</summary>
    public override string ToString() => $"{Type} applicant";
}
