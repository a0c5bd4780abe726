namespace CrossRegion.Embedded.Functions.Queues.Storage;

/// <summary>
/// The pauses between looks into a queue, as the Functions host makes them: 100 ms after a look that found something, then
/// about twice as long (give or take a fifth) each time nothing was there, up to the longest.
/// </summary>
internal sealed class PollInterval(TimeSpan longest, Random random)
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    private const double Spread = 0.2;

    private TimeSpan _growth;

    public TimeSpan Next(bool found)
    {
        if (found)
        {
            _growth = Shortest;
            return Shortest;
        }

        TimeSpan pause = Shortest + (_growth * (1 - Spread + (2 * Spread * random.NextDouble())));
        if (pause >= longest)
        {
            return longest;
        }

        _growth = _growth == TimeSpan.Zero ? Shortest : _growth * 2;
        return pause;
    }
}
