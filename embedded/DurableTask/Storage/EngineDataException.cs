namespace CrossRegion.Embedded.DurableTask.Storage;

/// <summary>The store holds something that this version cannot read: damage, or the format of a later version.</summary>
public sealed class EngineDataException : IOException
{
    public EngineDataException()
    {
    }

    public EngineDataException(string message)
        : base(message)
    {
    }

    public EngineDataException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
