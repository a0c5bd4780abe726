using System.Text.Json.Serialization;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Events;

/// <summary>What an application says.</summary>
public sealed record ApplicationData
{
    /// <summary>What is applied for.</summary>
    public required HandlingCode Item { get; init; }

    public required Applicant Applicant { get; init; }

    /// <summary>Who applies on the applicant's behalf (行政许可法 art. 29); null when nobody does.</summary>
    public Agent? Agent { get; init; }

    /// <summary>By which way it came: window, web, mobile or mail.</summary>
    [JsonConverter(typeof(ChannelJsonConverter))]
    public required HandlingForm Channel { get; init; }

    /// <summary>In which language the applicant wants notices: <c>zh-CN</c> (when not said) or <c>en</c>.</summary>
    public string Language { get; init; } = "zh-CN";

    /// <summary>What was handed in; each material once; may be empty.</summary>
    public required IReadOnlyList<HandedInMaterial> Materials { get; init; }

    /// <summary>Facts of the form, by name.</summary>
    public IReadOnlyDictionary<string, string> Statements { get; init; } = new Dictionary<string, string>();
}
