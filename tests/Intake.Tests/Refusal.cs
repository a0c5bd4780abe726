using CrossRegion.Functions.Intake;

namespace CrossRegion.Intake.Tests;

/// <summary>Says what a refusal must be.</summary>
internal static class Refusal
{
    /// <summary>Refused with this status and exactly these faults (<c>path code</c>), in any order, each told in both languages.</summary>
    public static void ShouldBeRefused(this IntakeResult result, int status, params string[] faults)
    {
        result.Accepted.ShouldBeFalse($"it was accepted: {string.Join(", ", result.Events)}");
        result.Events.ShouldBeEmpty();
        result.Problem.Faults.Select(fault => $"{fault.Path} {fault.Code}").ShouldBe(faults, ignoreOrder: true, customMessage: result.Problem.ToString());
        result.Problem.Status.ShouldBe(status);
        foreach (var fault in result.Problem.Faults)
        {
            fault.MessageZh.ShouldNotBeNullOrWhiteSpace();
            fault.MessageEn.ShouldNotBeNullOrWhiteSpace();
        }
    }
}
