using System.Collections;

namespace CrossRegion.Domain.Faults;

/// <summary>Gathers every fault of one document or file. Not for use by several threads at once.</summary>
public sealed class FaultCollector : IReadOnlyCollection<Fault>
{
    private readonly List<Fault> _faults = [];

    public int Count => _faults.Count;

    public bool IsEmpty => _faults.Count == 0;

    public void Add(Fault fault) => _faults.Add(fault);

    public void Add(string path, string code, string messageZh, string messageEn) =>
        _faults.Add(new Fault(path, code, messageZh, messageEn));

    /// <summary>Takes over the faults of a part, placed at <paramref name="path"/>.</summary>
    public void AddAll(string path, IEnumerable<Fault> faults) => _faults.AddRange(faults.Select(fault => fault.At(path)));

    /// <summary>The faults so far, as a list of their own.</summary>
    public IReadOnlyList<Fault> ToList() => [.. _faults];

    public IEnumerator<Fault> GetEnumerator() => _faults.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
