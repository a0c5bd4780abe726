using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossRegion.Simulators.Events;
using CrossRegion.Simulators.Journals;
using CrossRegion.Simulators.Platforms;

namespace CrossRegion.Simulators.Departments;

/// <summary>
/// The departments' own systems: a request for review lands on a desk, an officer thinks, the decision goes back through the host's
/// event endpoint. A request that comes twice lies on the desk once.
/// </summary>
public sealed class DepartmentSystems
{
    private readonly ConcurrentDictionary<(string Number, string Department), HostAnswer?> _desk = new();
    private readonly HostConnection _host;
    private readonly ProvincialPlatforms _platforms;
    private readonly Thought _thought;
    private readonly Background _background;
    private readonly TimeProvider _time;

    internal DepartmentSystems(
        HostConnection host, ProvincialPlatforms platforms, Thought thought, Background background, TimeProvider time)
    {
        _host = host;
        _platforms = platforms;
        _thought = thought;
        _background = background;
        _time = time;
    }

    /// <summary>What the host answered to each decision; null while the officer is at work.</summary>
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
        await _thought.PassAsync($"{number}/{department}", cancellation);
        var sample = await _platforms.SampleOfAsync(number, cancellation);
        var plan = sample?.Reviews?.GetValueOrDefault(department) ?? ReviewPlan.Approval;
        _desk[(number, department)] = await _host.PostAsync(Decision(province, number, department, plan), cancellation);
    }

    private JsonObject Decision(string province, string number, string department, ReviewPlan plan)
    {
        var data = (JsonObject)JsonSerializer.SerializeToNode(plan, Wire.Json)!;
        data["department"] = department;
        data["officer"] = "经办人(模拟)";
        return Wire.CloudEvent(
            $"{number}-{department}-decision", $"urn:gov:cn:{province}:{department}", EventType.ReviewDecided, number, _time, data);
    }
}
