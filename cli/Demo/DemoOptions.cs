namespace CrossRegion.Cli.Demo;

/// <summary>How a demo is to run.</summary>
/// <param name="Folder">Where its data are.</param>
/// <param name="Address">Where its host listens.</param>
/// <param name="Exit">Whether it ends by itself.</param>
internal sealed record DemoOptions(DemoFolder Folder, Uri Address, bool Exit);
