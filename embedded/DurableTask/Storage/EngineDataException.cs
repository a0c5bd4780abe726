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

    /// <summary>SQLite finds that a file is not as it wrote it.</summary>
    internal static EngineDataException Damaged(string path, string report, Exception? cause = null) => new(
        $"The data in '{Path.GetFullPath(path)}' is damaged: {report}. Put back a copy of the whole directory.", cause!);
}
