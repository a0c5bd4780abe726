namespace Microsoft.Azure.Functions.Worker;

/// <summary>The function that an invocation runs.</summary>
public abstract class FunctionDefinition
{
    public abstract string PathToAssembly { get; }

    /// <summary>Full name of the method.</summary>
    public abstract string EntryPoint { get; }

    public abstract string Id { get; }

    /// <summary>The name that <see cref="FunctionAttribute"/> gives.</summary>
    public abstract string Name { get; }
}
