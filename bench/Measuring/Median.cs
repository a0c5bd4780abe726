namespace CrossRegion.Bench.Measuring;

/// <summary>The middle of what was measured; of an even number the upper of the two.</summary>
internal static class Median
{
    /// <param name="measured">At least one.</param>
    public static T Of<T>(IReadOnlyCollection<T> measured) => measured.Order().ElementAt(measured.Count / 2);
}
