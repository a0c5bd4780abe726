namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>One time limit (时限) as it stands today: read from its ledger and the calendar, never stored.</summary>
/// <param name="Key">Its name in the case: <c>statutory</c>, <c>stage:review:tax-out</c>.</param>
/// <param name="Kind">What it measures.</param>
/// <param name="Department">The department whose part of the review it measures; null for every other.</param>
/// <param name="State">计时中, 计时中止 or 计时终止.</param>
/// <param name="Colour">监察颜色.</param>
/// <param name="Unit">What its days are.</param>
/// <param name="Budget">Days it has, with its extension.</param>
/// <param name="Consumed">Days used up.</param>
/// <param name="Remaining">Days left, 0 also when it is overdue.</param>
/// <param name="DueOn">The last day; while it is paused, what it would be if it ran again from today.</param>
/// <param name="Provisional">It reaches into a year whose holidays are not published yet.</param>
/// <param name="Province">The two digits of the province whose authority it measures.</param>
public sealed record ClockView(
    string Key,
    CodedText Kind,
    string? Department,
    CodedText State,
    CodedText Colour,
    CodedText Unit,
    int Budget,
    int Consumed,
    int Remaining,
    DateOnly DueOn,
    bool Provisional,
    string? Province = null);
