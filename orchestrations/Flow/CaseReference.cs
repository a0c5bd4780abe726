using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>What an orchestration is given: whose case, never what is in it.</summary>
/// <param name="Generation">1, and one more for each replay.</param>
public sealed record CaseReference(ApplicationNumber Number, int Generation)
{
    /// <summary>The orchestration's instance id: the application number, with the generation from the second one on.</summary>
    public string InstanceId => Generation == 1 ? Number.Value : $"{Number}.g{Generation}";

    /// <summary>The instance id of whoever watches a case's limits: one for all generations.</summary>
    public static string WatchInstanceId(ApplicationNumber number) => $"{number}.limits";

    /// <summary>The instance id of one department's review.</summary>
    public string ReviewInstanceId(DepartmentKey department) => $"{InstanceId}.{department}";
}
