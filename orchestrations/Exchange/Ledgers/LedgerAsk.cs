using System.Text.Json.Serialization;

namespace CrossRegion.Orchestrations.Exchange.Ledgers;

/// <summary>What a stamp asks a peer about a ledger.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LedgerAsk>))]
public enum LedgerAsk
{
    /// <summary>The day in brief.</summary>
    [JsonStringEnumMemberName("summary")]
    Summary = 1,

    /// <summary>The day's entries, a page at a time.</summary>
    [JsonStringEnumMemberName("entries")]
    Entries = 2,

    /// <summary>Some hand-overs with their proof.</summary>
    [JsonStringEnumMemberName("evidence")]
    Evidence = 3,

    /// <summary>That it fetch what it lacks itself.</summary>
    [JsonStringEnumMemberName("repair")]
    Repair = 4,
}
