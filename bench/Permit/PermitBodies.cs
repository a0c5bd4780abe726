using System.Globalization;
using System.Text.Json;

namespace CrossRegion.Bench.Permit;

/// <summary>
/// What the activities do: a little real work each (one FNV-1a pass over the input) and a small object, so that no engine
/// is flattered by an empty body.
/// </summary>
internal static class PermitBodies
{
    public static readonly IReadOnlyList<string> Shared = ["identity", "land-register", "tax-clearance"];
    public static readonly IReadOnlyList<string> Departments = ["urban-planning", "fire-service", "environment", "water-and-roads", "heritage"];
    private static readonly IReadOnlyList<string> Rules = ["applicant-present", "address-complete", "attachments-complete", "fee-class"];

    public static Application Application(string id) => new(
        id,
        "construction-permit",
        new Applicant($"Citizen {id}", $"AM{id.PadLeft(12, '0')[^12..]}"),
        new Address("Region 7", "Town 21", "Street of the Republic", "14/3"),
        "two-storey dwelling with garage, 184 m2, timber roof",
        Attachments: 4,
        "2026-11-22T09:00:00Z");

    public static Validation Validate(Application application) => new(
        application.Id,
        Valid: true,
        Fnv(JsonSerializer.Serialize(application, PermitJson.Default.Application)),
        [.. Rules.Select((rule, index) => new Rule(rule, Ok: true, 100 + index))],
        "B",
        "rules-2026.4");

    public static Verified Verify(VerifyInput asked) => new(
        asked.Id, asked.Item, "confirmed", $"registry/{asked.Item}", Fnv(asked.Id + asked.Item), Version: 17, "2026-11-22T09:00:01Z");

    public static Ticket Dispatch(DispatchInput dispatched) => new(
        dispatched.Id, dispatched.Dept, Fnv($"{dispatched.Id}:{dispatched.Dept}"), $"office/{dispatched.Dept}", "2026-11-22T09:00:02Z");

    public static Decision Decide(string id, string department) => new(
        id, department, "approved", $"officer-{Fnv(department)[..4]}", "no objection", "2026-11-22T09:00:03Z");

    public static Recorded Record(RecordInput input) => new(
        input.Id, input.Dept, input.Decision.Outcome, input.Decision.Officer, Fnv(input.Id + input.Dept + input.Decision.Outcome), "2026-11-22T09:00:04Z");

    public static Certificate Issue(IssueInput input) => new(
        input.Id,
        "CERT-" + Fnv(
            input.Id + input.Validation.Checksum
            + string.Concat(input.Shared.Select(verified => verified.Ref)) + string.Concat(input.Decisions.Select(decision => decision.Entry))),
        input.Decisions.Count(decision => decision.Decision == "approved"),
        "2028-11-22",
        "2026-11-22T09:00:05Z");

    public static Notification Notify(NotifyInput input) => new(input.Id, "e-mail", Fnv(input.Certificate.Number), Sent: true);

    /// <summary>Whether an application came out as it must.</summary>
    public static bool IsRight(string id, Result? result) =>
        result is { Certificate.Approvals: var approvals, Notification.Sent: true }
        && result.Id == id
        && approvals == Departments.Count
        && result.Decisions.Count == Departments.Count
        && result.Decisions.All(decision => decision.Decision == "approved");

    private static string Fnv(string text)
    {
        var hash = 0x811c9dc5u;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 0x01000193;
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
