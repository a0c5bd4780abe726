using CrossRegion.Cli.Stamps;

namespace CrossRegion.Cli.Demo;

/// <summary>How a demo is to run.</summary>
/// <param name="Folder">Where its data are.</param>
/// <param name="Stamps">Its stamps, made ready.</param>
/// <param name="Exit">Whether it ends by itself.</param>
internal sealed record DemoOptions(DemoFolder Folder, IReadOnlyList<LocalStamp> Stamps, bool Exit);
