using CrossRegion.Domain.Faults;
using CrossRegion.Simulators.Faults;

namespace CrossRegion.Cli.Simulation;

/// <summary>A file by <c>simulators/faults.schema.json</c>, named on the command line.</summary>
internal static class FaultsFile
{
    /// <returns>What goes wrong; null when no file is named.</returns>
    /// <exception cref="CommandException">There is no such file, or something is wrong with it; all of it is told.</exception>
    public static FaultPlan? Read(FileInfo? file)
    {
        if (file is null)
        {
            return null;
        }
        if (!file.Exists)
        {
            throw new CommandException($"没有文件 {file}。", $"There is no file {file}.");
        }
        if (FaultPlan.TryRead(file.Name, File.ReadAllText(file.FullName), out var plan, out var faults))
        {
            return plan;
        }
        throw new CommandException(
            $"故障文件有 {faults.Count} 处错误。",
            $"The faults file has {faults.Count} faults:{string.Concat(faults.Select(fault => $"{Environment.NewLine}{Line(fault)}"))}");
    }

    private static string Line(Fault fault) => $"{fault.Path}: {fault.Code}: {fault.MessageZh} {fault.MessageEn}";
}
