using CrossRegion.Domain;
using CrossRegion.Domain.Cases;
using CrossRegion.Portal.Layout;

namespace CrossRegion.Portal.Applications;

/// <summary>The states of a department's review in words and colour.</summary>
internal static class ReviewWords
{
    public static (LocalizedText Words, Tone Tone) Of(ReviewState state) => state switch
    {
        ReviewState.Waiting => (new("等待前序部门", "waits for others"), Tone.Idle),
        ReviewState.Requested => (new("审查中", "under review"), Tone.Neutral),
        ReviewState.Approved => (new("同意", "approved"), Tone.Good),
        ReviewState.Refused => (new("不同意", "refused"), Tone.Bad),
        ReviewState.Stopped => (new("已终止", "stopped"), Tone.Idle),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "not a state of a review"),
    };
}
