namespace CrossRegion.DurableTask.Tests.Conformance;

/// <summary>An exception of the application's own, with what a person may want to know of it.</summary>
public sealed class CaseException : Exception
{
    public CaseException()
    {
    }

    public CaseException(string message)
        : base(message)
    {
    }

    public CaseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public IDictionary<string, object?> Facts { get; init; } = new Dictionary<string, object?>();
}
