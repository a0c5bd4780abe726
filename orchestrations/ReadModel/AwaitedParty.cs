using System.Text.Json.Serialization;

namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>Whose turn it is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AwaitedParty>))]
public enum AwaitedParty
{
    /// <summary>申请人, for example with a supplement.</summary>
    [JsonStringEnumMemberName("applicant")]
    Applicant,

    /// <summary>A department that reviews.</summary>
    [JsonStringEnumMemberName("department")]
    Department,

    /// <summary>This system; nobody has to do anything.</summary>
    [JsonStringEnumMemberName("system")]
    System,

    /// <summary>Another province's stamp: it handles the application, or something is on its way there.</summary>
    [JsonStringEnumMemberName("stamp")]
    Stamp,
}
