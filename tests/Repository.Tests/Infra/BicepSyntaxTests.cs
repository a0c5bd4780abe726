using System.Diagnostics;

namespace CrossRegion.Repository.Tests.Infra;

public sealed class BicepSyntaxTests
{
    [NodeFact]
    public async Task Every_template_parses()
        => (await FaultsAsync([.. Templates.All])).ShouldBeEmpty();

    [NodeFact]
    public async Task A_template_that_does_not_parse_is_noticed()
    {
        var broken = Path.GetTempFileName();
        await File.WriteAllTextAsync(broken, "param a string\nresource b 'Microsoft.X/y@2024-01-01' = {\n  name:\n}\n");
        try
        {
            (await FaultsAsync([broken])).ShouldContain($"{broken}:");
        }
        finally
        {
            File.Delete(broken);
        }
    }

    private static async Task<string> FaultsAsync(IReadOnlyCollection<string> files)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine("tests", "node", "bicep-syntax.mjs"), .. files])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        (await errors).ShouldBeEmpty();
        (node.ExitCode == 0).ShouldBe(output.Length == 0);
        return output;
    }
}
