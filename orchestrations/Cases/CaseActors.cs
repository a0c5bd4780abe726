namespace CrossRegion.Orchestrations.Cases;

/// <summary>Who takes a step, besides departments, which go by their key.</summary>
public static class CaseActors
{
    public const string Applicant = "applicant";
    public const string System = "system";
    public const string Operator = "operator";
}
