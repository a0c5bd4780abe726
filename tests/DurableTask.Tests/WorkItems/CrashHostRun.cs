using System.Diagnostics;
using System.Globalization;
using CrossRegion.DurableTask.CrashHost;
using CrossRegion.DurableTask.Tests.Fixtures;

namespace CrossRegion.DurableTask.Tests.WorkItems;

/// <summary>Lives of the crash host, one after another, on one data directory.</summary>
internal static class CrashHostRun
{
    private const int MostLives = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Starts it again until it ends well.</summary>
    /// <returns>How often it died before.</returns>
    public static async Task<int> UntilItEndsAsync(TestDirectory directory, params string[] orchestrators)
    {
        for (var life = 1; life <= MostLives; life++)
        {
            const int killed = 128 + 9;
            var (status, printed) = await LiveAsync(directory, life, orchestrators);
            status.ShouldBeOneOf([0, killed], printed);
            if (status == 0)
            {
                return life - 1;
            }
        }

        throw new TimeoutException($"The host died {MostLives} times; deadly runs: {string.Join("; ", DeadlyRuns(directory))}.");
    }

    /// <summary>What killed, in which life.</summary>
    public static string[] DeadlyRuns(TestDirectory directory) => File.ReadAllLines(Path.Combine(directory.Path, "runs"));

    /// <summary>One life.</summary>
    /// <returns>The exit status, and what was printed, on both channels.</returns>
    public static async Task<(int Status, string Printed)> LiveAsync(TestDirectory directory, int life, params string[] orchestrators)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, $"{typeof(DeadlyTasks).Assembly.GetName().Name}.dll"),
                directory.Path, life.ToString(CultureInfo.InvariantCulture), .. orchestrators,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            process.Kill();
            throw new TimeoutException($"Waited {Patience} for the end of life {life}, well or not. It printed: {await output} {await errors}");
        }

        return (process.ExitCode, $"{await output} {await errors}");
    }
}
