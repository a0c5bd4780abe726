using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Catalogue;

/// <summary>What must hold between the departments of one item.</summary>
internal static class DepartmentRules
{
    private const string Property = "departments";

    /// <summary>Reports what is wrong; the departments come back in an order that respects their graph.</summary>
    public static IReadOnlyList<Department> Check(
        IReadOnlyList<Department> departments, ImplementationCode? code, CrossProvinceMode? mode, ItemLimits? limits, ObjectReader reader)
    {
        if (departments.Count < reader.Length(Property))
        {
            return departments; // one could not be read, and the rest is not to be blamed for it
        }

        CheckLead(departments, code, reader);
        if (mode == CrossProvinceMode.JointHandling && departments.Select(department => department.Division).Distinct().Count() < 2)
        {
            reader.Report(Property, "mode", "多地联办至少应有两地的部门", "joint handling needs departments of at least two places");
        }

        if (!CheckReferences(departments, reader))
        {
            return departments;
        }

        var ordered = DepartmentGraph.InOrder(departments);
        if (ordered.Count < departments.Count)
        {
            var left = string.Join(' ', departments.Except(ordered).Select(department => department.Key));
            reader.Report(Property, "cycle", $"部门相互等待:{left}", $"departments wait for each other: {left}");
            return departments;
        }

        if (limits is not null)
        {
            CheckLimits(ordered, limits.Promised, reader);
        }

        return ordered;
    }

    private static void CheckLead(IReadOnlyList<Department> departments, ImplementationCode? code, ObjectReader reader)
    {
        var leads = departments.Where(department => department.Role == DepartmentRole.Lead).ToList();
        if (leads.Count != 1)
        {
            reader.Report(
                Property, "lead-count", $"应有且仅有一个牵头部门,实有{leads.Count}个", $"there is exactly one lead department, not {leads.Count}");
        }
        else if (code is not null && leads[0].CreditCode != code.Department)
        {
            reader.Report(Property, "lead-mismatch", "牵头部门应为实施编码中的实施机构", "the lead is not the department of the implementation code");
        }
    }

    private static bool CheckReferences(IReadOnlyList<Department> departments, ObjectReader reader)
    {
        var keys = departments.Select(department => department.Key).ToHashSet();
        if (keys.Count < departments.Count)
        {
            reader.Report(Property, "repeated", "部门键重复", "two departments have the same key");
            return false;
        }

        var unknown = departments
            .SelectMany((department, index) => department.DependsOn.Select(key => (index, key)))
            .Where(reference => !keys.Contains(reference.key)).ToList();
        foreach (var (index, key) in unknown)
        {
            reader.Report($"{Property}/{index}/dependsOn", "unknown-department", $"没有部门{key}", $"there is no department {key}");
        }

        return unknown.Count == 0;
    }

    private static void CheckLimits(IReadOnlyList<Department> ordered, TimeLimit promised, ObjectReader reader)
    {
        if (ordered.Any(department => department.Limit.Unit != promised.Unit))
        {
            reader.Report(Property, "limit-unit", "部门时限与承诺时限的单位应相同", "a department's limit has another unit than the promised limit");
        }
        else if (DepartmentGraph.LongestPath(ordered) is var longest && longest > promised.Amount)
        {
            reader.Report(
                Property,
                "path-exceeds-promised",
                $"部门依次办理需{longest},超过承诺时限{promised.Amount}",
                $"the longest chain of departments takes {longest}, more than the {promised.Amount} promised");
        }
    }
}
