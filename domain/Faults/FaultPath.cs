namespace CrossRegion.Domain.Faults;

/// <summary>How the two spellings of a fault's path are put together.</summary>
public static class FaultPath
{
    /// <summary>
    /// <paramref name="below"/> under <paramref name="above"/>: with a dot between names, with none before <c>[0]</c>, <c>/</c> or
    /// <c>#</c>.
    /// </summary>
    public static string Join(string above, string below) =>
        above.Length == 0 ? below
        : below.Length == 0 ? above
        : below[0] is '[' or '/' or '#' ? above + below
        : above + "." + below;
}
