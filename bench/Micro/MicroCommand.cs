using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace CrossRegion.Bench.Micro;

/// <summary><c>micro</c>: the hot pieces, by BenchmarkDotNet.</summary>
internal static class MicroCommand
{
    public static Command Create()
    {
        var command = new Command("micro", "The pieces an application goes through again and again, each alone (BenchmarkDotNet).");
        command.SetAction(_ =>
        {
            var config = DefaultConfig.Instance
                .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
                .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "crossregion-bench-micro"));
            return BenchmarkRunner.Run<HotPieces>(config).HasCriticalValidationErrors ? 1 : 0;
        });
        return command;
    }
}
