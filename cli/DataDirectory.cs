using System.CommandLine;

namespace CrossRegion.Cli;

/// <summary>Where a host on this machine keeps its data.</summary>
internal static class DataDirectory
{
    /// <summary>The host's own setting, so that both look at the same place.</summary>
    public const string Setting = "CrossRegion__DataDirectory";

    /// <summary>The directory named by <see cref="Setting"/>, else <c>.crossregion</c> here.</summary>
    public static string Default => Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } named ? named : ".crossregion";

    public static Option<DirectoryInfo> Option() => new("--data")
    {
        Description = "主机的数据目录。 The host's data directory.",
        HelpName = "DIR",
        DefaultValueFactory = _ => new DirectoryInfo(Default),
    };
}
