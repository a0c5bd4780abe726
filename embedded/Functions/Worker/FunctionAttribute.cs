namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a public method as a function of the app under a name that is unique in the app, ignoring case.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute : Attribute
{
    public FunctionAttribute(string name)
    {
        Name = name;
    }

    public string Name { get; }
}
