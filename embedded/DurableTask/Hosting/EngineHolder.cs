namespace CrossRegion.Embedded.DurableTask.Hosting;

/// <summary>The engine of a name, shared by the worker that runs it and the clients that ask it.</summary>
internal sealed class EngineHolder
{
    private volatile Engine? _engine;

    /// <exception cref="EngineStoppedException">The host has not started the worker, or has stopped it.</exception>
    public Engine Engine
    {
        get => _engine ?? throw new EngineStoppedException("The engine does not run: start the host that has the worker of this name first.");
        set => _engine = value;
    }

    /// <summary>The engine; <c>null</c> when it does not run.</summary>
    public Engine? Running => _engine;

    public Engine? Release() => Interlocked.Exchange(ref _engine, null);
}
