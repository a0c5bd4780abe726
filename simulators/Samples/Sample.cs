using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CrossRegion.Simulators.Departments;
using CrossRegion.Simulators.Events;
using CrossRegion.Simulators.Platforms;
using CrossRegion.Simulators.SharedData;

namespace CrossRegion.Simulators.Samples;

/// <summary>One application, who says what about it, and how it is to end (<c>samples/sample.schema.json</c>).</summary>
public sealed record Sample
{
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>The file's name without its ending.</summary>
    [JsonIgnore]
    public string Name { get; init; } = string.Empty;

    public required SampleTitle Title { get; init; }

    public required Expectation Expect { get; init; }

    /// <summary>The structured CloudEvent <c>application.submitted</c>.</summary>
    public required JsonObject Event { get; init; }

    /// <summary>The materials handed in when the one-time notice (补正告知) asks for them.</summary>
    public JsonArray? Supplement { get; init; }

    /// <summary>What departments say, by their key; one that is not named approves.</summary>
    public IReadOnlyDictionary<string, ReviewPlan>? Reviews { get; init; }

    /// <summary>How the provider of shared data behaves towards this applicant, by data item; one that is not named is found.</summary>
    public IReadOnlyDictionary<string, ProviderBehaviour>? Provider { get; init; }

    /// <summary>The data of <c>evaluation.submitted</c>; without it the applicant does not rate.</summary>
    public JsonObject? Evaluation { get; init; }

    /// <summary>For a faulty event: the paths of all faults the host must name.</summary>
    public IReadOnlyList<string>? Faults { get; init; }

    /// <summary>The province that files it, or null when the faulty event does not say.</summary>
    [JsonIgnore]
    public string? Province => Wire.ProvinceOf(Event);

    /// <summary>The applicant's identifier, which the provider of shared data is asked by.</summary>
    [JsonIgnore]
    public string? Holder => (string?)Event["data"]?["applicant"]?["identifier"]?["value"];

    /// <summary>What its platform does about it.</summary>
    public Filing ToFiling() => new(Event) { Supplement = Supplement, Reviews = Reviews, Evaluation = Evaluation };
}
