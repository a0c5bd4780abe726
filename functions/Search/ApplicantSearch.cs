using System.Text.Json;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Functions.Search;

/// <summary>Whose cases are looked for: <c>{"identifier": {"kind": "resident-id", "value": "…"}, "continuation": "…"}</c>.</summary>
internal sealed record ApplicantSearch(HolderIdentifier Applicant, string? Continuation)
{
    private const string ResidentId = "resident-id";
    private const string Uscc = "uscc";

    /// <summary>Null after every fault of the body was added.</summary>
    public static ApplicantSearch? Read(ReadOnlyMemory<byte> body, FaultCollector faults)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var applicant = ReadApplicant(Text(root, "identifier", "kind"), Text(root, "identifier", "value"), faults);
            return applicant is null ? null : new ApplicantSearch(applicant, Text(root, "continuation"));
        }
        catch (JsonException)
        {
            faults.Add("", "malformed-json", "不是合法的JSON", "this is no JSON");
            return null;
        }
    }

    private static HolderIdentifier? ReadApplicant(string? kind, string? value, FaultCollector faults)
    {
        const string Value = "identifier.value";
        switch (kind)
        {
            case ResidentId:
                return faults.Parse<ResidentIdentityNumber>(Value, value) is { } resident ? new(HolderKind.ResidentId, resident.Value) : null;
            case Uscc:
                return faults.Parse<UnifiedSocialCreditCode>(Value, value) is { } code ? new(HolderKind.Uscc, code.Value) : null;
            default:
                faults.Add("identifier.kind", "not-allowed", $"应为以下之一:{ResidentId}, {Uscc}", $"should be one of: {ResidentId}, {Uscc}");
                if (string.IsNullOrEmpty(value))
                {
                    faults.Add(Value, "required", "缺少必填项", "is required");
                }

                return null;
        }
    }

    /// <summary>The text at a path; null when there is none.</summary>
    private static string? Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }
}
