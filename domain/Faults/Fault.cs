namespace CrossRegion.Domain.Faults;

/// <summary>
/// One thing wrong with something that came from outside. 行政许可法 art. 32(4) wants everything told at one time, so
/// faults are collected and handed back together, never thrown one by one.
/// </summary>
/// <param name="Path">
/// Where: <c>data.applicant.name</c> in an event, <c>items/x.json#/materials/0/code</c> in a file; empty for the value itself.
/// </param>
/// <param name="Code">What, as a stable kebab-case word that programs may rely on.</param>
/// <param name="MessageZh">What, for a reader of Chinese.</param>
/// <param name="MessageEn">What, for a reader of English.</param>
public sealed record Fault(string Path, string Code, string MessageZh, string MessageEn)
{
    /// <summary>The same fault at <paramref name="path"/>; a path it already has is kept below it.</summary>
    public Fault At(string path) => this with { Path = FaultPath.Join(path, Path) };

    public override string ToString() => Path.Length == 0 ? $"{Code}: {MessageEn}" : $"{Path}: {Code}: {MessageEn}";
}
