using System.Diagnostics;

namespace CrossRegion.DurableTask.Tests.Disks;

/// <summary>Mounts file systems: as root, or through sudo if that asks for no password, as on the build servers.</summary>
internal static class Mounts
{
    private static readonly Lazy<bool> MayMount = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("crossregion-mount-").FullName;
        try
        {
            return TryAsRoot("mount", "-t", "tmpfs", "-o", "size=64k", "none", folder) && TryAsRoot("umount", folder);
        }
        finally
        {
            Directory.Delete(folder);
        }
    });

    /// <summary>Why a test that needs a disk of its own cannot run here; <c>null</c> if it can.</summary>
    public static string? Obstacle => MayMount.Value ? null : "Needs a disk of its own, and nothing can be mounted here (neither root nor sudo).";

    public static void AsRoot(params string[] command)
    {
        if (!TryAsRoot(command))
        {
            throw new InvalidOperationException($"'{string.Join(' ', command)}' did not succeed.");
        }
    }

    /// <summary>Who owns what is mounted: this user.</summary>
    public static (string User, string Group) Self { get; } = (Ask("-u"), Ask("-g"));

    private static bool TryAsRoot(params string[] command) =>
        Run(Self.User == "0" ? command : ["sudo", "-n", .. command]).Status == 0;

    private static string Ask(string what) => Run("id", what).Printed.Trim();

    private static (int Status, string Printed) Run(params string[] command)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            _ = process.StandardError.ReadToEndAsync();
            var printed = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, printed);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (int.MaxValue, string.Empty);
        }
    }
}
