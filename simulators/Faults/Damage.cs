using System.Text.Json.Nodes;

namespace CrossRegion.Simulators.Faults;

/// <summary>Events that the published contract (docs/events) refuses.</summary>
internal static class Damage
{
    private static readonly IReadOnlyList<Func<JsonObject, string>> Kinds =
    [
        CutOff, WithoutType, OfAnotherVersion, WithAnUnknownMember, WithAWrongCheckCharacter,
    ];

    public static string Of(JsonObject cloudEvent, Dice dice) => Kinds[(int)(dice.Next() * Kinds.Count)]((JsonObject)cloudEvent.DeepClone());

    /// <summary>A key that differs from the right one in its last character.</summary>
    public static string OfKey(string key) => OtherEnd(key);

    private static string CutOff(JsonObject cloudEvent)
    {
        var text = cloudEvent.ToJsonString();
        return text[..(text.Length / 2)];
    }

    private static string WithoutType(JsonObject cloudEvent)
    {
        cloudEvent.Remove("type");
        return cloudEvent.ToJsonString();
    }

    private static string OfAnotherVersion(JsonObject cloudEvent)
    {
        cloudEvent["specversion"] = "0.3";
        return cloudEvent.ToJsonString();
    }

    private static string WithAnUnknownMember(JsonObject cloudEvent)
    {
        cloudEvent["data"]!["surprise"] = true;
        return cloudEvent.ToJsonString();
    }

    /// <summary>Where no person is named, the application number is wrong instead.</summary>
    private static string WithAWrongCheckCharacter(JsonObject cloudEvent)
    {
        if (cloudEvent["data"]?["applicant"]?["identifier"] is JsonObject identifier)
        {
            identifier["value"] = OtherEnd((string)identifier["value"]!);
        }
        else
        {
            cloudEvent["subject"] = OtherEnd((string)cloudEvent["subject"]!);
        }
        return cloudEvent.ToJsonString();
    }

    private static string OtherEnd(string text) => text[..^1] + (text[^1] == '0' ? '1' : '0');
}
