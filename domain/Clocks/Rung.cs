using System.Text.Json.Serialization;
using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Clocks;

/// <summary>监察预警: a step of the supervision's ladder, raised once in the life of a case.</summary>
/// <param name="Clock">The clock it is about.</param>
/// <param name="Level">How far that has come.</param>
public sealed record Rung(ClockKey Clock, RungLevel Level)
{
    /// <summary>Its name within the case, for the unique claim: <c>rung:promised:warning</c>.</summary>
    [JsonIgnore]
    public string Key => $"rung:{Clock}:{Level.Code()}";

    /// <summary>The colour it raises.</summary>
    [JsonIgnore]
    public SupervisionColour Colour => Level == RungLevel.Overdue ? Supervision.Missed(Clock.Kind) : SupervisionColour.Yellow;
}
