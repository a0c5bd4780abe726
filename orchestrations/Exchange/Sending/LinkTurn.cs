namespace CrossRegion.Orchestrations.Exchange.Sending;

/// <summary>Leave to send once. Disposing gives it back.</summary>
/// <param name="Attempt">The state of the link that it was given in: several that fail from one state are one failure.</param>
/// <param name="AtMost">Hand-overs that may be sent.</param>
/// <param name="Alone">Held by who sends alone; null when others may send too.</param>
internal readonly record struct LinkTurn(int Attempt, int AtMost, SemaphoreSlim? Alone) : IDisposable
{
    /// <summary>It had to be waited for.</summary>
    public bool Waited { get; init; }

    public void Dispose() => Alone?.Release();
}
