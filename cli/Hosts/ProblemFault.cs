namespace CrossRegion.Cli.Hosts;

/// <summary>One thing wrong with what was sent.</summary>
internal sealed record ProblemFault(string Path, string Code, string MessageZh, string MessageEn);
