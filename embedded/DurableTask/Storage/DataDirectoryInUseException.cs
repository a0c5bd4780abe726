namespace CrossRegion.Embedded.DurableTask.Storage;

/// <summary>Another engine has the data directory open; two on one directory would overwrite each other.</summary>
public sealed class DataDirectoryInUseException : IOException
{
    public DataDirectoryInUseException()
    {
    }

    public DataDirectoryInUseException(string message)
        : base(message)
    {
    }

    public DataDirectoryInUseException(string directory, Exception innerException)
        : base($"The data directory '{Path.GetFullPath(directory)}' is in use by another engine. Stop that one, or give this one a directory of its own.", innerException)
    {
    }
}
