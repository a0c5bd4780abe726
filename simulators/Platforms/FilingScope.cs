namespace CrossRegion.Simulators.Platforms;

/// <summary>The time in which applications are filed.</summary>
internal sealed class FilingScope(Action end) : IDisposable
{
    public void Dispose() => end();
}
