using System.Text.Json.Nodes;
using CrossRegion.Simulators.Samples;

namespace CrossRegion.App.Tests.Crashes;

/// <summary>The samples, filed once more under another reference: applications of their own.</summary>
internal static class SampleCopies
{
    private static readonly IReadOnlyList<Sample> Samples = SampleFolder.Load(SampleFolder.Default);

    public static IReadOnlyList<Sample> All => Samples;

    /// <summary>Granted by departments in parallel; supplemented, then granted; refused by a department.</summary>
    public static IReadOnlyList<Sample> Three(string reference) =>
        [.. Samples.Where(sample => sample.Name[..2] is "07" or "09" or "10").Select(sample => Copy(sample, reference))];

    private static Sample Copy(Sample sample, string reference)
    {
        var copy = (JsonObject)sample.Event.DeepClone();
        copy["id"] = $"{(string?)copy["id"]}-{reference}";
        copy["subject"] = $"{(string?)copy["subject"]}-{reference}";
        return sample with { Event = copy };
    }
}
