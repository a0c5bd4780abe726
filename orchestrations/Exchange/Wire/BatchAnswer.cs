namespace CrossRegion.Orchestrations.Exchange.Wire;

/// <summary>The answer to a batch.</summary>
/// <param name="Answers">One for each hand-over, in the batch's order; null when the receiver was too busy to look (429, 503).</param>
/// <param name="Pause">How to go on; null: as you like.</param>
public sealed record BatchAnswer(IReadOnlyList<MessageAnswer>? Answers = null, Pause? Pause = null)
{
    /// <summary>Whether it answers a batch of so many.</summary>
    public bool IsFor(int handOvers) => Answers is not null && Answers.Count == handOvers && !Answers.Contains(null!);
}
