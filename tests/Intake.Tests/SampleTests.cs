namespace CrossRegion.Intake.Tests;

/// <summary>The sample applications that the demo files must be what the intake takes.</summary>
public sealed class SampleTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples");

    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateFiles(Folder, "*.json").Select(Path.GetFileName).OfType<string>().Where(name => name != "sample.schema.json").Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Samples))]
    public void A_sample_is_accepted_unless_it_expects_to_be_rejected(string name)
    {
        var sample = Examples.Parse(File.ReadAllText(Path.Combine(Folder, name)));

        var result = IntakeUnderTest.Read(sample["event"]!);

        if ((string)sample["expect"]! == "rejected")
        {
            var told = result.Problem.ShouldNotBeNull().Faults.Select(fault => fault.Path);
            sample["faults"]!.AsArray().Select(path => (string)path!).Except(told).ShouldBeEmpty($"not told: {result.Problem}");
        }
        else
        {
            result.Accepted.ShouldBeTrue(result.Problem?.ToString());
        }
    }
}
