using System.Text.Json.Nodes;

namespace CrossRegion.Simulators.SharedData;

/// <summary>A query the provider has answered and remembers.</summary>
/// <param name="Key">The asker's key: the same key always gets the same answer.</param>
/// <param name="DataItem">What was asked for.</param>
/// <param name="HolderIdentifier">Whose data.</param>
/// <param name="Answer">The body of the answer.</param>
public sealed record AnsweredQuery(string Key, string DataItem, string HolderIdentifier, JsonObject Answer);
