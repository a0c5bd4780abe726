using Microsoft.DurableTask;

namespace CrossRegion.Bench.Permit;

/// <summary>
/// The workload: one validation, three look-ups of shared data in parallel, five departments in parallel (each hands a
/// ticket to its office, waits for the event <c>decision</c> and records it), issue, notify. 16 activities, 5
/// sub-orchestrations, 5 external events.
/// </summary>
internal static class PermitTasks
{
    public const string Permit = "permit";
    public const string Decision = "decision";
    private const string Department = "department";

    public static void Register(DurableTaskRegistry tasks, Office office)
    {
        tasks.AddOrchestratorFunc<Application, Result>(Permit, PermitAsync);
        tasks.AddOrchestratorFunc<DepartmentInput, Recorded>(Department, DepartmentAsync);
        tasks.AddActivityFunc<Application, Validation>("validate", (_, application) => PermitBodies.Validate(application));
        tasks.AddActivityFunc<VerifyInput, Verified>("verify", (_, asked) => PermitBodies.Verify(asked));
        tasks.AddActivityFunc<DispatchInput, Ticket>("dispatch", (_, dispatched) =>
        {
            office.Hand(dispatched);
            return PermitBodies.Dispatch(dispatched);
        });
        tasks.AddActivityFunc<RecordInput, Recorded>("record", (_, input) => PermitBodies.Record(input));
        tasks.AddActivityFunc<IssueInput, Certificate>("issue", (_, input) => PermitBodies.Issue(input));
        tasks.AddActivityFunc<NotifyInput, Notification>("notify", (_, input) => PermitBodies.Notify(input));
    }

    private static async Task<Result> PermitAsync(TaskOrchestrationContext context, Application application)
    {
        var id = application.Id;
        var validation = await context.CallActivityAsync<Validation>("validate", application);
        var shared = await Task.WhenAll(
            PermitBodies.Shared.Select(item => context.CallActivityAsync<Verified>("verify", new VerifyInput(id, item))));
        var decisions = await Task.WhenAll(PermitBodies.Departments.Select(department => context.CallSubOrchestratorAsync<Recorded>(
            Department,
            new DepartmentInput(id, department),
            new SubOrchestrationOptions { InstanceId = $"{context.InstanceId}:{department}" })));
        var certificate = await context.CallActivityAsync<Certificate>("issue", new IssueInput(id, validation, shared, decisions));
        var notification = await context.CallActivityAsync<Notification>("notify", new NotifyInput(id, certificate));
        return new Result(id, certificate, decisions, notification);
    }

    private static async Task<Recorded> DepartmentAsync(TaskOrchestrationContext context, DepartmentInput input)
    {
        await context.CallActivityAsync<Ticket>("dispatch", new DispatchInput(input.Id, input.Dept, context.InstanceId));
        var decision = await context.WaitForExternalEvent<Decision>(Decision);
        return await context.CallActivityAsync<Recorded>("record", new RecordInput(input.Id, input.Dept, decision));
    }
}
