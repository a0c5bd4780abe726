namespace CrossRegion.Adapters.Webhooks;

/// <summary>A list of the settings: names separated by commas, or <c>*</c>.</summary>
internal static class SubscriptionFilter
{
    public const string Everything = "*";

    public static IReadOnlySet<string> Parse(string list) => list
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .ToHashSet(StringComparer.Ordinal);

    public static bool Admits(this IReadOnlySet<string> filter, string name) => filter.Contains(Everything) || filter.Contains(name);
}
