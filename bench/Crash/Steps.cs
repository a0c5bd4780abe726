using CrossRegion.Bench.Permit;

namespace CrossRegion.Bench.Crash;

/// <summary>The steps of one application: those of the permit workload, with its decisions.</summary>
internal static class Steps
{
    public const string Validate = "validate";
    public const string Issue = "issue";
    public const string Notify = "notify";

    public static string Verify(string item) => $"verify:{item}";

    public static string Dispatch(string department) => $"dispatch:{department}";

    public static string Decision(string department) => $"decision:{department}";

    public static string Record(string department) => $"record:{department}";

    public static bool IsDecision(string step) => step.StartsWith("decision:", StringComparison.Ordinal);

    /// <summary>What the output of every application must name, each once.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Validate,
        .. PermitBodies.Shared.Select(Verify),
        .. PermitBodies.Departments.SelectMany(department => new[] { Dispatch(department), Decision(department), Record(department) }),
        Issue,
        Notify,
    ];
}
