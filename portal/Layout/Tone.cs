namespace CrossRegion.Portal.Layout;

/// <summary>How a thing is coloured. Colour only repeats what the words beside it say.</summary>
internal enum Tone
{
    Neutral,
    Good,
    Attention,
    Bad,
    Idle,
}
