namespace CrossRegion.Cli;

/// <summary>What a command could not do, as one plain sentence in each language. The command ends with exit code 1.</summary>
public class CommandException(string zh, string en) : Exception($"{zh} {en}");
