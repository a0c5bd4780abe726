namespace CrossRegion.Embedded.DurableTask;

/// <summary>The engine does not run: not started yet, stopped, or broken down (then with the cause within).</summary>
public sealed class EngineStoppedException : InvalidOperationException
{
    public EngineStoppedException()
    {
    }

    public EngineStoppedException(string message)
        : base(message)
    {
    }

    public EngineStoppedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
