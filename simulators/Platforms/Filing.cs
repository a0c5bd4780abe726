using System.Text.Json.Nodes;
using CrossRegion.Simulators.Departments;

namespace CrossRegion.Simulators.Platforms;

/// <summary>An application as a platform files it, and what the people concerned will say when they are asked.</summary>
/// <param name="Event">The structured CloudEvent <c>application.submitted</c>.</param>
public sealed record Filing(JsonObject Event)
{
    /// <summary>The materials handed in when the one-time notice (补正告知) asks for them; null: it is left unanswered.</summary>
    public JsonArray? Supplement { get; init; }

    /// <summary>What departments say, by their key; one that is not named says what it says of itself.</summary>
    public IReadOnlyDictionary<string, ReviewPlan>? Reviews { get; init; }

    /// <summary>The data of <c>evaluation.submitted</c>; without it the applicant does not rate.</summary>
    public JsonObject? Evaluation { get; init; }

    /// <summary>The data of <c>application.withdrawn</c>, posted once it is accepted; without it the applicant does not withdraw.</summary>
    public JsonObject? Withdrawal { get; init; }

    /// <summary>The platform's own reference, which is the same on every host.</summary>
    public string? Reference => (string?)Event["subject"];

    /// <summary>The applicant's identifier.</summary>
    public string? Holder => (string?)Event["data"]?["applicant"]?["identifier"]?["value"];
}
