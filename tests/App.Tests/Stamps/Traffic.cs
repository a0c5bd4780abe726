using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Simulators;
using CrossRegion.Simulators.Faults;
using CrossRegion.Simulators.Load;
using NodaTime;

namespace CrossRegion.App.Tests.Stamps;

/// <summary>What the people of the provinces file, a round of it at a time.</summary>
internal sealed class Traffic
{
    private readonly SimulatedProvinces _people;
    private readonly IReadOnlyList<ServiceItem> _items;
    private readonly ApplicationGenerator _generator;
    private readonly List<Crossing> _filed = [];

    public Traffic(SimulatedProvinces people, int seed, FaultPlan plan)
    {
        var provinces = StampWorld.Provinces.Select(ProvinceCode.Parse).ToList();
        var today = ChinaTime.DateOf(SystemClock.Instance.GetCurrentInstant());
        _people = people;
        _items = [.. ServiceCatalogue.Load(Files()).InForce(today).Where(item => provinces.Contains(item.Lead.Province))];
        _generator = new ApplicationGenerator(seed, provinces, _items, plan);
    }

    public IReadOnlyList<Crossing> Filed => _filed;

    /// <summary>Files so many more at once; who files keeps at it until there is an answer.</summary>
    public IReadOnlyList<Crossing> File(int count)
    {
        var round = Enumerable.Range(_filed.Count, count).Select(index =>
        {
            var application = _generator.At(index);
            var item = _items.Single(item => item.Code.Value == (string?)application.Filing.Event["data"]!["item"]);
            return new Crossing(application, item, _people.FileAsync(application.Filing));
        }).ToList();
        _filed.AddRange(round);
        return round;
    }

    /// <summary>Files a round, and waits until some of it is with its stamps, so that work goes on.</summary>
    public async Task GetGoingAsync(int count)
    {
        var round = File(count);
        await Waiting.UntilAsync(
            "a part of the round to be filed", () => Task.FromResult(round.Count(crossing => crossing.Answer.IsCompleted)), answered => answered >= count / 4);
    }

    private static IReadOnlyList<CatalogueFile> Files()
    {
        var root = Path.Combine(AppContext.BaseDirectory, "catalogue");
        return [.. Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories)
            .Select(path => new CatalogueFile(Path.GetRelativePath(root, path), System.IO.File.ReadAllText(path)))];
    }
}
