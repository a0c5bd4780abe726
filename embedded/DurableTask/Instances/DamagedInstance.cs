namespace CrossRegion.Embedded.DurableTask.Instances;

/// <summary>An instance whose stored data this program cannot read. They are kept as they are, for one that can.</summary>
/// <param name="Blob">The data.</param>
/// <param name="Reason">Why they cannot be read.</param>
/// <param name="MissesTurns">Whether turns were committed that are not in the data: then they are of no use to anybody.</param>
internal sealed record DamagedInstance(byte[] Blob, string Reason, bool MissesTurns);
