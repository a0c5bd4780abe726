namespace CrossRegion.Bench.Permit;

internal sealed record Applicant(string Name, string NationalId);

internal sealed record Address(string Region, string Town, string Street, string House);

internal sealed record Application(
    string Id, string Kind, Applicant Applicant, Address Address, string Works, int Attachments, string SubmittedAt);

internal sealed record Rule(string Name, bool Ok, int Code);

internal sealed record Validation(string Id, bool Valid, string Checksum, IReadOnlyList<Rule> Rules, string FeeClass, string ValidatedBy);

internal sealed record VerifyInput(string Id, string Item);

internal sealed record Verified(string Id, string Item, string Status, string Source, string Ref, int Version, string At);

/// <param name="Instance">The department's sub-orchestration, to which the office sends its decision.</param>
internal sealed record DispatchInput(string Id, string Dept, string Instance);

internal sealed record Ticket(string Id, string Dept, string Number, string Queue, string SentAt);

internal sealed record DepartmentInput(string Id, string Dept);

internal sealed record Decision(string Id, string Dept, string Outcome, string Officer, string Note, string At);

internal sealed record RecordInput(string Id, string Dept, Decision Decision);

internal sealed record Recorded(string Id, string Dept, string Decision, string Officer, string Entry, string RecordedAt);

internal sealed record IssueInput(string Id, Validation Validation, IReadOnlyList<Verified> Shared, IReadOnlyList<Recorded> Decisions);

internal sealed record Certificate(string Id, string Number, int Approvals, string ValidUntil, string IssuedAt);

internal sealed record NotifyInput(string Id, Certificate Certificate);

internal sealed record Notification(string Id, string Channel, string MessageId, bool Sent);

internal sealed record Result(string Id, Certificate Certificate, IReadOnlyList<Recorded> Decisions, Notification Notification);
