using System.Text.Json.Serialization;

namespace CrossRegion.Orchestrations.Exchange.Ledgers;

/// <summary>How two ledgers differ in one entry.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DifferenceKind>))]
public enum DifferenceKind
{
    /// <summary>Only the peer has it.</summary>
    [JsonStringEnumMemberName("missing-here")]
    MissingHere = 1,

    /// <summary>Only this stamp has it.</summary>
    [JsonStringEnumMemberName("missing-there")]
    MissingThere = 2,

    /// <summary>Both have it; this stamp, which sent it, has no receipt.</summary>
    [JsonStringEnumMemberName("no-receipt-here")]
    NoReceiptHere = 3,

    /// <summary>Both have it; the peer, which sent it, has no receipt.</summary>
    [JsonStringEnumMemberName("no-receipt-there")]
    NoReceiptThere = 4,

    /// <summary>Both have something else under this number and sequence. People have to settle it.</summary>
    [JsonStringEnumMemberName("contradicting")]
    Contradicting = 5,
}
