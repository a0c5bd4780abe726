namespace CrossRegion.Portal.Layout;

/// <summary>监察颜色 as the pages show it.</summary>
internal static class SupervisionTone
{
    /// <param name="colour">The code of a supervision colour.</param>
    public static Tone Of(string colour) => colour switch
    {
        "green" => Tone.Good,
        "yellow" or "orange" => Tone.Attention,
        "red" => Tone.Bad,
        _ => Tone.Neutral,
    };
}
