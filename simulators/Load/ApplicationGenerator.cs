using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Simulators.Events;
using CrossRegion.Simulators.Faults;
using CrossRegion.Simulators.Reserved;

namespace CrossRegion.Simulators.Load;

/// <summary>
/// Makes up applications of all items that can be applied for in the given provinces: reserved applicants, the materials that the catalogue
/// asks of them. The n-th application of a seed is always the same.
/// </summary>
public sealed class ApplicationGenerator
{
    private readonly int _seed;
    private readonly Chance _chance;
    private readonly FaultPlan _plan;
    private readonly IReadOnlyList<(ProvinceCode Province, ServiceItem Item)> _possible;
    private readonly IReadOnlyList<ServiceItem> _items;

    /// <param name="seed">What everything is drawn from.</param>
    /// <param name="provinces">The provinces that file.</param>
    /// <param name="items">The items in force.</param>
    /// <param name="plan">How many are to end otherwise than granted.</param>
    /// <exception cref="ArgumentException">None of the items can be applied for in any of the provinces.</exception>
    public ApplicationGenerator(int seed, IReadOnlyList<ProvinceCode> provinces, IReadOnlyList<ServiceItem> items, FaultPlan plan)
    {
        _seed = seed;
        _chance = new Chance(seed);
        _plan = plan;
        _items = items;
        _possible = [.. from item in items from province in provinces where item.Scope.Contains(province) select (province, item)];
        if (_possible.Count == 0)
        {
            throw new ArgumentException("No item can be applied for in these provinces.", nameof(provinces));
        }
    }

    /// <param name="index">From 0 to <see cref="ReservedApplicant.Serials"/> - 1.</param>
    public GeneratedApplication At(int index)
    {
        var reference = $"SIM-{_seed}-{index:D6}";
        var dice = _chance.About($"application {reference}");
        var outcome = OutcomeOf(dice);
        var (province, item) = PlaceOf(outcome, dice.Next());
        var handedIn = item.Materials.Where(material => material.Need == MaterialNeed.Required && material.Source.IsAskedOfApplicant);
        var isDeficient = outcome is ReservedOutcome.Supplemented or ReservedOutcome.Lapsed;
        var data = new JsonObject
        {
            ["item"] = item.Code.Value,
            ["applicant"] = Applicant(item, outcome, index),
            ["channel"] = dice.Hits(0.5) ? "web" : "mobile",
            ["language"] = dice.Hits(0.1) ? "en" : "zh-CN",
            ["materials"] = Materials(handedIn.Skip(isDeficient ? 1 : 0), reference),
        };
        var filing = new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = $"{reference}-1",
            ["source"] = $"urn:gov:cn:{province}:zwfw",
            ["type"] = EventType.ApplicationSubmitted,
            ["subject"] = reference,
            ["datacontenttype"] = "application/json",
            ["data"] = data,
        };
        return new GeneratedApplication(
            new(filing)
            {
                Supplement = outcome == ReservedOutcome.Supplemented ? Materials(Lacking(item), reference) : null,
                Evaluation = dice.Hits(0.6) ? new JsonObject { ["satisfaction"] = 1 + (int)(dice.Next() * 3) } : null,
                Withdrawal = outcome == ReservedOutcome.Withdrawn ? new JsonObject { ["reason"] = "另行办理(模拟)。" } : null,
            },
            outcome);
    }

    /// <summary>What a deficient application lacks: a material of its own, and whatever has to be looked up and is not on record.</summary>
    private static IEnumerable<Material> Lacking(ServiceItem item)
    {
        var required = item.Materials.Where(material => material.Need == MaterialNeed.Required).ToList();
        return required.Where(material => material.Source.IsAskedOfApplicant).Take(1).Concat(required.Where(material => !material.Source.IsAskedOfApplicant));
    }

    private static JsonObject Applicant(ServiceItem item, ReservedOutcome outcome, int index) => item.ApplicantTypes.Contains(ApplicantType.NaturalPerson)
        ? new JsonObject
        {
            ["type"] = "naturalPerson",
            ["name"] = $"申请人{index}(模拟)",
            ["identifier"] = new JsonObject { ["kind"] = "resident-id", ["value"] = ReservedApplicant.Person(outcome, index).Value },
            ["phone"] = "+8613800000000",
        }
        : new JsonObject
        {
            ["type"] = "enterprise",
            ["name"] = $"模拟企业{index}有限公司",
            ["identifier"] = new JsonObject { ["kind"] = "uscc", ["value"] = ReservedApplicant.Organisation(outcome, index).Value },
            ["phone"] = "+862800000000",
        };

    private static JsonArray Materials(IEnumerable<Material> materials, string reference) =>
    [
        .. materials.Select(material => new JsonObject
        {
            ["code"] = material.Code.Value,
            ["title"] = $"{material.Name.Zh}.pdf",
            ["digest"] = $"sha-256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{reference}/{material.Code}")))}",
            ["uri"] = $"https://files.example/{reference}/{material.Code.Value[^3..]}",
        }),
    ];

    private ReservedOutcome OutcomeOf(Dice dice)
    {
        var drawn = dice.Next();
        foreach (var (outcome, rate) in _plan.Outcomes)
        {
            if (drawn < rate)
            {
                return outcome;
            }
            drawn -= rate;
        }
        return ReservedOutcome.Granted;
    }

    /// <summary>
    /// Where an application of this outcome is filed. One to the wrong authority comes from a province that its item does not cover. A
    /// provider that is down is noticed only where one is asked.
    /// </summary>
    private (ProvinceCode Province, ServiceItem Item) PlaceOf(ReservedOutcome outcome, double drawn)
    {
        if (outcome == ReservedOutcome.NotCompetent)
        {
            var item = _items[(int)(drawn * _items.Count)];
            return (ProvinceCode.All.First(province => !item.Scope.Contains(province)), item);
        }
        IReadOnlyList<(ProvinceCode Province, ServiceItem Item)> asked = [.. _possible.Where(place => PreReview.LookUps(place.Item).Count > 0)];
        var possible = outcome == ReservedOutcome.ProviderDown && asked.Count > 0 ? asked : _possible;
        return possible[(int)(drawn * possible.Count)];
    }
}
