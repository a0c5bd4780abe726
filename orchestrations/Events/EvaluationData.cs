using System.Text.Json.Serialization;
using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Orchestrations.Events;

/// <summary>A rating.</summary>
public sealed record EvaluationData
{
    /// <summary>GB/T 39046-2020 A.8: 1 is the best.</summary>
    [JsonConverter(typeof(JsonNumberEnumConverter<Satisfaction>))]
    public required Satisfaction Satisfaction { get; init; }

    public string? Comment { get; init; }
}
