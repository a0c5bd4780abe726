namespace CrossRegion.Cli.Hosts;

/// <summary>The host does not answer: it is not there, going down or coming up.</summary>
internal sealed class HostUnreachableException(string zh, string en) : CommandException(zh, en);
