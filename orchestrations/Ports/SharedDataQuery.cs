namespace CrossRegion.Orchestrations.Ports;

/// <summary>One question to a provider of shared data.</summary>
/// <param name="Key">The effect's key: the same question of the same case has the same key for ever.</param>
/// <param name="DataItem">The shared data item's code (<c>catalogue/shared-data.json</c>).</param>
/// <param name="HolderKind"><c>resident-id</c> or <c>uscc</c>.</param>
/// <param name="HolderIdentifier">Whose data.</param>
/// <param name="LegalBasis">Why it may be asked (art. 20): the service item's handling code.</param>
public sealed record SharedDataQuery(string Key, string DataItem, string HolderKind, string HolderIdentifier, string LegalBasis);
