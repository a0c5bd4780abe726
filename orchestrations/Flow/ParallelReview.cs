using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Identifiers;
using Microsoft.DurableTask;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>
/// The departments' reviews of one application, in whichever province they sit: each begins as soon as those it depends on have
/// approved, and a refusal stops the others (行政许可法 art. 26: 联合办理).
/// </summary>
internal sealed class ParallelReview(
    TaskOrchestrationContext context, CaseReference reference, RetryPlan retry, IReadOnlyList<PlannedReview> planned)
{
    private readonly Dictionary<DepartmentKey, Task<ReviewState>> _running = [];
    private readonly HashSet<DepartmentKey> _approved = [];

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
                _running[review.Department] = context.CallSubOrchestratorAsync<ReviewState>(
                    nameof(ReviewByDepartment),
                    new ReviewReference(reference.Number, review.Department, retry),
                    new SubOrchestrationOptions(instanceId: reference.ReviewInstanceId(review.Department)));
            }
        }
    }

    /// <summary>Tells the departments still at it to stop, and waits until they have.</summary>
    private async Task StopAsync()
    {
        foreach (var department in _running.Keys)
        {
            context.SendEvent(reference.ReviewInstanceId(department), Signals.Stop, string.Empty);
        }

        await Task.WhenAll(_running.Values);
    }
}
