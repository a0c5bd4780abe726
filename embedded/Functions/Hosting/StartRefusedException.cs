namespace CrossRegion.Embedded.Functions.Hosting;

/// <summary>The host does not start; the message names every reason found, for the person who started it.</summary>
internal sealed class StartRefusedException(IReadOnlyList<string> faults) : Exception(Compose(faults))
{
    public StartRefusedException(string fault)
        : this([fault])
    {
    }

    public IReadOnlyList<string> Faults { get; } = faults;

    private static string Compose(IReadOnlyList<string> faults) => faults.Count == 1
        ? faults[0]
        : $"The function app cannot start, {faults.Count} faults:{Environment.NewLine}{string.Join(Environment.NewLine, faults.Select(fault => "- " + fault))}";
}
