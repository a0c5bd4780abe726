namespace CrossRegion.Simulators.Faults;

/// <summary>Up to eight draws about one matter.</summary>
internal sealed class Dice(byte[] hash)
{
    private int _drawn;

    /// <summary>From 0 (included) to 1 (not included).</summary>
    public double Next() => BitConverter.ToUInt32(hash, sizeof(uint) * _drawn++) / (1.0 + uint.MaxValue);

    /// <summary>True with this probability.</summary>
    public bool Hits(double rate) => Next() < rate;
}
