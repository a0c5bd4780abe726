namespace CrossRegion.Simulators;

/// <summary>What a host must be told so that a simulated receiver hears of events.</summary>
/// <param name="Name">Stable over restarts: part of the key of every delivery.</param>
/// <param name="Endpoint">Where events are posted.</param>
/// <param name="Types">Event types, or <c>*</c>.</param>
/// <param name="Provinces">The provinces whose events it wants, or <c>*</c>.</param>
public sealed record Subscription(string Name, Uri Endpoint, IReadOnlyList<string> Types, IReadOnlyList<string> Provinces)
{
    /// <summary>As settings of the function app, in the form of environment variables.</summary>
    public IEnumerable<KeyValuePair<string, string>> ToSettings(int index)
    {
        var prefix = $"CrossRegion__Subscriptions__{index}__";
        yield return new(prefix + "Name", Name);
        yield return new(prefix + "Endpoint", Endpoint.ToString());
        yield return new(prefix + "Types", string.Join(',', Types));
        yield return new(prefix + "Provinces", string.Join(',', Provinces));
    }
}
