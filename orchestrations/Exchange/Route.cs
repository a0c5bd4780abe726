using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Exchange;

/// <summary>
/// From which authority to which: what sequences and ledgers are kept by. It names provinces and not installations, so a province may move
/// to another stamp and its sequences go on.
/// </summary>
public sealed record Route(ProvinceCode From, ProvinceCode To)
{
    /// <summary>As document ids have it: <c>51-44</c>.</summary>
    public override string ToString() => $"{From}-{To}";
}
