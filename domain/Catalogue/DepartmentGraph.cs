using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Catalogue;

/// <summary>Who waits for whom among the departments of one item.</summary>
internal static class DepartmentGraph
{
    /// <summary>
    /// The departments, each after those it waits for and otherwise in their own order; those on a cycle, and those behind it,
    /// are left out. Keys are distinct and all references known.
    /// </summary>
    public static IReadOnlyList<Department> InOrder(IReadOnlyList<Department> departments)
    {
        var ordered = new List<Department>(departments.Count);
        var done = new HashSet<DepartmentKey>();
        while (departments.FirstOrDefault(IsReady) is { } ready)
        {
            ordered.Add(ready);
            done.Add(ready.Key);
        }

        return ordered;

        bool IsReady(Department department) => !done.Contains(department.Key) && department.DependsOn.All(done.Contains);
    }

    /// <summary>The longest chain of limits from the first dispatch to the last decision, of departments in order.</summary>
    public static int LongestPath(IReadOnlyList<Department> inOrder)
    {
        var end = new Dictionary<DepartmentKey, int>();
        foreach (var department in inOrder)
        {
            end[department.Key] = department.Limit.Amount + department.DependsOn.Select(key => end[key]).DefaultIfEmpty().Max();
        }

        return end.Values.DefaultIfEmpty().Max();
    }
}
