using System.Collections.Concurrent;

namespace CrossRegion.Simulators.Faults;

/// <summary>What was played, and what the host did about it that it must not do.</summary>
public sealed class FaultLog
{
    private readonly ConcurrentQueue<PlayedFault> _played = new();
    private readonly ConcurrentQueue<string> _wrong = new();

    /// <summary>Every fault so far, in no particular order.</summary>
    public IReadOnlyCollection<PlayedFault> Played => _played;

    /// <summary>What the host answered to a damaged or repeated event and must not have, a line each.</summary>
    public IReadOnlyCollection<string> Wrong => _wrong;

    internal void Note(string system, string kind, string matter) => _played.Enqueue(new PlayedFault(system, kind, matter));

    internal void NoteWrong(string line) => _wrong.Enqueue(line);
}
