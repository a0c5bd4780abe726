namespace CrossRegion.Domain.Clocks;

/// <summary>电子监察: the colours of clocks and cases. What was missed shows, whether or not the clock was paused or stopped later.</summary>
public static class Supervision
{
    /// <summary>The colour of a case: the most severe of its clocks; green without any.</summary>
    public static SupervisionColour ColourOf(IEnumerable<ClockReading> readings, SupervisionThresholds thresholds) =>
        readings.Select(reading => ColourOf(reading, thresholds)).Append(SupervisionColour.Green).Max();

    /// <summary>
    /// The colour of one clock. A stage that was late does not colour the case any more once it is done; a limit that was missed does.
    /// </summary>
    public static SupervisionColour ColourOf(ClockReading reading, SupervisionThresholds thresholds) => reading switch
    {
        { Key.Kind: ClockKind.Stage, State: ClockState.Stopped } => SupervisionColour.Green,
        { IsOverdue: true } => Missed(reading.Key.Kind),
        { State: ClockState.Stopped } => SupervisionColour.Green,
        { State: ClockState.Paused } => SupervisionColour.Blue,
        _ => reading.Today >= reading.DayWithLeft(thresholds.WarningAt(reading.Budget)) ? SupervisionColour.Yellow : SupervisionColour.Green,
    };

    /// <summary>The colour of a missed limit: red by law, orange by promise, yellow inside the handling.</summary>
    public static SupervisionColour Missed(ClockKind kind) => kind switch
    {
        ClockKind.Stage => SupervisionColour.Yellow,
        ClockKind.Promised => SupervisionColour.Orange,
        _ => SupervisionColour.Red,
    };
}
