using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Activities;
using Microsoft.DurableTask;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>
/// The departments' reviews of one application, in whichever province they sit: each begins as soon as those it depends on have
/// approved, and a refusal stops the others (行政许可法 art. 26: 联合办理).
/// </summary>
internal sealed class ParallelReview(
    TaskOrchestrationContext context, CaseReference reference, RetryPlan retry, CaseSteps steps, IReadOnlyList<PlannedReview> planned)
{
    private readonly Dictionary<DepartmentKey, Task<ReviewState>> _running = [];
    private readonly HashSet<DepartmentKey> _approved = [];
    private readonly HashSet<DepartmentKey> _awaited = [];
    private bool _stopping;

    /// <summary>True when the departments have answered as far as they need to; false when the applicant withdrew first.</summary>
    public async Task<bool> RunAsync(Task withdrawn)
    {
        while (true)
        {
            BeginWhatCanBegin();
            if (_running.Count == 0)
            {
                return true;
            }

            var first = await Task.WhenAny([withdrawn, .. _running.Values]);
            if (first == withdrawn)
            {
                await StopAsync();
                return false;
            }

            var (department, review) = _running.First(pair => pair.Value == first);
            _running.Remove(department);
            if (await review != ReviewState.Approved)
            {
                await StopAsync();
                return true;
            }

            _approved.Add(department);
        }
    }

    private void BeginWhatCanBegin()
    {
        foreach (var review in planned)
        {
            if (!_running.ContainsKey(review.Department) && !_approved.Contains(review.Department) && review.DependsOn.All(_approved.Contains))
            {
                _running[review.Department] = ReviewAsync(review.Department);
            }
        }
    }

    /// <summary>Asks the department, and awaits its answer in an orchestration of its own.</summary>
    private async Task<ReviewState> ReviewAsync(DepartmentKey department)
    {
        var review = new ReviewReference(reference.Number, department, retry);
        await steps.TakeAsync(nameof(RequestReview), review);
        if (_stopping)
        {
            return (await context.CallActivityAsync<ReviewAnswer>(nameof(StopReview), review, retry.Options())).State;
        }

        _awaited.Add(department);
        return await context.CallSubOrchestratorAsync<ReviewState>(
            nameof(ReviewByDepartment), review, new SubOrchestrationOptions(instanceId: reference.ReviewInstanceId(department)));
    }

    /// <summary>Tells the departments still at it to stop, and waits until they have.</summary>
    private async Task StopAsync()
    {
        _stopping = true;
        foreach (var department in _running.Keys.Where(_awaited.Contains))
        {
            context.SendEvent(reference.ReviewInstanceId(department), Signals.Stop, string.Empty);
        }

        await Task.WhenAll(_running.Values);
    }
}
