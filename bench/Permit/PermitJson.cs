using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrossRegion.Bench.Permit;

/// <summary>Serializers of the workload's data, generated at compile time as a careful user would.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(Validation))]
[JsonSerializable(typeof(VerifyInput))]
[JsonSerializable(typeof(Verified))]
[JsonSerializable(typeof(DispatchInput))]
[JsonSerializable(typeof(Ticket))]
[JsonSerializable(typeof(DepartmentInput))]
[JsonSerializable(typeof(Decision))]
[JsonSerializable(typeof(RecordInput))]
[JsonSerializable(typeof(Recorded))]
[JsonSerializable(typeof(IssueInput))]
[JsonSerializable(typeof(Certificate))]
[JsonSerializable(typeof(NotifyInput))]
[JsonSerializable(typeof(Notification))]
[JsonSerializable(typeof(Result))]
internal sealed partial class PermitJson : JsonSerializerContext;
