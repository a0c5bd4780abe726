namespace CrossRegion.Orchestrations.Tests.Stamps;

/// <summary>An application of a stream as it is played.</summary>
internal sealed class PlayedApplication(PlannedApplication plan)
{
    public PlannedApplication Plan => plan;

    /// <summary>Its number; null until it is filed.</summary>
    public string? Number { get; set; }

    public DateTimeOffset FiledAt { get; set; }

    /// <summary>When the officers of the departments that were asked answer.</summary>
    public Dictionary<PlannedReview, DateTimeOffset> Answers { get; } = [];

    /// <summary>Departments that have answered.</summary>
    public HashSet<string> Answered { get; } = [];

    public bool HasEnded { get; set; }

    /// <summary>Those whose turn it is.</summary>
    public IEnumerable<PlannedReview> Turns => Number is null ? [] : plan.Reviews.Where(review => !Answered.Contains(review.Department) && review.After.All(Answered.Contains));

    public bool IsAnswered => Answered.Count == plan.Reviews.Count;
}
