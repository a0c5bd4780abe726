using System.Text.Json.Serialization;
using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Orchestrations.Events;

/// <summary>申请人.</summary>
public sealed record Applicant
{
    [JsonConverter(typeof(ApplicantTypeJsonConverter))]
    public required ApplicantType Type { get; init; }

    public required string Name { get; init; }

    /// <summary>Of the kind that the type has: a resident identity number for a natural person, else a credit code.</summary>
    public required HolderIdentifier Identifier { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>Without personal data, since it may reach a log.</summary>
    public override string ToString() => $"{Type} applicant";
}
