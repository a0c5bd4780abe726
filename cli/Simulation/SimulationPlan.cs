using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Simulators.Faults;

namespace CrossRegion.Cli.Simulation;

/// <summary>What <c>simulate</c> is to do.</summary>
/// <param name="Filing">The provinces that file applications.</param>
/// <param name="Items">What can be applied for. Their departments are played in whichever province they sit.</param>
/// <param name="Port">Where their systems listen on 127.0.0.1.</param>
/// <param name="Rate">Applications filed a second; 0: none, the others are only answered.</param>
/// <param name="Duration">How long they are filed.</param>
/// <param name="Wait">How long the last cases may take to end.</param>
/// <param name="Seed">What everything is drawn from.</param>
/// <param name="Faults">What goes wrong.</param>
internal sealed record SimulationPlan(
    IReadOnlyList<ProvinceCode> Filing,
    IReadOnlyList<ServiceItem> Items,
    int Port,
    double Rate,
    TimeSpan Duration,
    TimeSpan Wait,
    int Seed,
    FaultPlan Faults)
{
    /// <summary>The provinces played, in the order of their codes.</summary>
    public IReadOnlyList<string> Provinces { get; } =
    [
        .. Filing.Concat(Items.SelectMany(item => item.Departments).Select(department => department.Province))
            .Select(province => province.Value).Distinct().Order(StringComparer.Ordinal),
    ];

    public Uri Address => new($"http://127.0.0.1:{Port}");

    public int Count => (int)Math.Ceiling(Rate * Duration.TotalSeconds);
}
