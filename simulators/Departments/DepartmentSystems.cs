using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossRegion.Simulators.Events;
using CrossRegion.Simulators.Faults;
using CrossRegion.Simulators.Journals;
using CrossRegion.Simulators.Platforms;
using CrossRegion.Simulators.Reserved;

namespace CrossRegion.Simulators.Departments;

/// <summary>
/// The departments' own systems: a request for review lands on a desk, an officer thinks, the decision goes back through the host's
/// event endpoint. A request that comes twice lies on the desk once.
/// </summary>
public sealed class DepartmentSystems
{
    private readonly ConcurrentDictionary<(string Number, string Department), HostAnswer?> _desk = new();
    private readonly FaultyPosts _posts;
    private readonly ProvincialPlatforms _platforms;
    private readonly KnownApplicants _applicants;
    private readonly Thought _thought;
    private readonly Distribution? _officersTime;
    private readonly Background _background;
    private readonly TimeProvider _time;

    internal DepartmentSystems(
        FaultyPosts posts,
        ProvincialPlatforms platforms,
        KnownApplicants applicants,
        Thought thought,
        Distribution? officersTime,
        Background background,
        TimeProvider time)
    {
        _posts = posts;
        _platforms = platforms;
        _applicants = applicants;
        _thought = thought;
        _officersTime = officersTime;
        _background = background;
        _time = time;
    }

    /// <summary>What the host answered to each decision; null while the officer is at work, or for ever when nobody is to answer.</summary>
    public IReadOnlyDictionary<(string Number, string Department), HostAnswer?> Answers => _desk;

    internal void Receive(string province, ReceivedEvent received)
    {
        var number = received.Number;
        var department = received.Department ?? throw new FormatException("A request for review names its department.");
        if (_desk.TryAdd((number, department), null))
        {
            _background.Run(cancellation => DecideAsync(province, number, department, cancellation));
        }
    }

    private async Task DecideAsync(string province, string number, string department, CancellationToken cancellation)
    {
        var filing = await _platforms.FilingOfAsync(number, cancellation);
        var matter = $"{filing?.Reference ?? number}/{department}";
        await _thought.PassAsync(matter, _officersTime, cancellation);
        if (PlanOf(number, department, filing) is { } plan)
        {
            _desk[(number, department)] = await _posts.PostAsync(matter, Decision(province, number, department, plan), cancellation);
        }
    }

    /// <summary>Null when it never answers.</summary>
    private ReviewPlan? PlanOf(string number, string department, Filing? filing) =>
        filing?.Reviews?.GetValueOrDefault(department) ?? _applicants.OutcomeOf(number) switch
        {
            ReservedOutcome.Silent or ReservedOutcome.Withdrawn => null,
            ReservedOutcome.Refused => ReviewPlan.Refusal,
            _ => ReviewPlan.Approval,
        };

    private JsonObject Decision(string province, string number, string department, ReviewPlan plan)
    {
        var data = (JsonObject)JsonSerializer.SerializeToNode(plan, Wire.Json)!;
        data["department"] = department;
        data["officer"] = "经办人(模拟)";
        return Wire.CloudEvent(
            $"{number}-{department}-decision", $"urn:gov:cn:{province}:{department}", EventType.ReviewDecided, number, _time, data);
    }
}
