using System.Text.Json.Nodes;
using CrossRegion.Orchestrations.Tests.App;

namespace CrossRegion.Orchestrations.Tests.Stamps;

/// <summary>An application of a stream.</summary>
/// <param name="Reference">The platform's; the same whenever the stream is played.</param>
/// <param name="FiledIn">The province whose platform files it.</param>
/// <param name="Competent">The province that accepts and decides.</param>
/// <param name="Item">The sample that it is like.</param>
/// <param name="FiledAfter">From the beginning of the stream.</param>
/// <param name="Reviews">Who reviews it.</param>
internal sealed record PlannedApplication(
    string Reference, string FiledIn, string Competent, string Item, TimeSpan FiledAfter, IReadOnlyList<PlannedReview> Reviews)
{
    /// <summary>A stamp of that province takes part.</summary>
    public bool Touches(string province) => FiledIn == province || Reviews.Any(review => review.Province == province);

    public JsonObject Submission()
    {
        var submission = Sample.Submission(Item);
        submission["source"] = $"urn:gov:cn:{FiledIn}:zwfw";
        submission["subject"] = Reference;
        submission["id"] = Reference;
        return submission;
    }
}
