namespace CrossRegion.Portal.Layout;

internal static class ToneExtensions
{
    /// <summary>The class of <c>portal.css</c>.</summary>
    public static string CssClass(this Tone tone) => tone switch
    {
        Tone.Good => "good",
        Tone.Attention => "attention",
        Tone.Bad => "bad",
        Tone.Idle => "idle",
        _ => "neutral",
    };
}
