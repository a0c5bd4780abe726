using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CrossRegion.Simulators.Faults;
using CrossRegion.Simulators.Reserved;
using CrossRegion.Simulators.Samples;
using Microsoft.AspNetCore.Http;

namespace CrossRegion.Simulators.SharedData;

/// <summary>
/// The national and provincial systems that hold data items. A key is answered once and for ever: asked again, it gives the answer it
/// gave. Reserved holders force the outcomes that a province has to be ready for.
/// </summary>
public sealed class SharedDataProvider
{
    private const string IdentityCheck = ":identity";

    private readonly ConcurrentDictionary<(string Holder, string DataItem), ProviderBehaviour> _reserved = new();
    private readonly ConcurrentDictionary<string, AnsweredQuery> _answered = new(StringComparer.Ordinal);
    private readonly KnownApplicants _applicants;
    private volatile bool _healed;

    internal SharedDataProvider(KnownApplicants applicants) => _applicants = applicants;

    /// <summary>Every query answered so far, each key once.</summary>
    public IReadOnlyCollection<AnsweredQuery> Answered => [.. _answered.Values];

    /// <summary>
    /// What was asked about one holder under two keys: the same look-up made twice, which must never happen in one case. Who receives an
    /// application for another province (收受分离) asks who the applicant is, and who decides asks for himself: these are two.
    /// </summary>
    public IReadOnlyList<string> RepeatedQueries() =>
    [
        .. Answered.GroupBy(query => (query.DataItem, query.HolderIdentifier, query.Key.EndsWith(IdentityCheck, StringComparison.Ordinal)))
            .Where(same => same.Count() > 1)
            .Select(same => $"{same.Key.DataItem}: {string.Join(", ", same.Select(query => query.Key))}"),
    ];

    /// <summary>From now on, queries for this data item of this holder are treated so.</summary>
    public void Reserve(string holder, string dataItem, ProviderBehaviour behaviour) => _reserved[(holder, dataItem)] = behaviour;

    /// <summary>What answered nonsense or not at all answers rightly from now on.</summary>
    public void Heal()
    {
        _healed = true;
        foreach (var (reserved, behaviour) in _reserved)
        {
            if (behaviour is ProviderBehaviour.Nonsense or ProviderBehaviour.Outage)
            {
                _reserved.TryUpdate(reserved, ProviderBehaviour.Found, behaviour);
            }
        }
    }

    /// <summary>Queries about the sample's applicant are treated as it says, also those that are made before it is filed (again).</summary>
    public void Reserve(Sample sample)
    {
        foreach (var (dataItem, behaviour) in sample.Provider ?? new Dictionary<string, ProviderBehaviour>())
        {
            Reserve(sample.Holder ?? throw new InvalidDataException($"{sample.Name}: reserves data of nobody."), dataItem, behaviour);
        }
    }

    /// <summary><c>PUT shared-data/{dataItem}/queries/{key}</c>.</summary>
    internal IResult Ask(string dataItem, string key, JsonObject query)
    {
        if (_answered.TryGetValue(key, out var earlier))
        {
            return Results.Json(earlier.Answer);
        }
        if ((string?)query["holderIdentifier"] is not { Length: > 0 } holder
            || (string?)query["holderKind"] is not ("resident-id" or "uscc")
            || (string?)query["legalBasis"] is not { Length: > 0 })
        {
            return Results.BadRequest("A query states holderKind, holderIdentifier and legalBasis (政务数据共享条例 art. 20).");
        }
        _applicants.HearQuery(key, holder);
        return BehaviourTo(holder, dataItem) switch
        {
            ProviderBehaviour.Nonsense => FaultyAnswers.Nonsense,
            ProviderBehaviour.Outage => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
            ProviderBehaviour.NotFound => Remember(key, dataItem, holder, new JsonObject { ["found"] = false }),
            _ => Remember(key, dataItem, holder, new JsonObject { ["found"] = true, ["fields"] = HeldData.Of(dataItem, holder) }),
        };
    }

    /// <summary><c>GET shared-data/{dataItem}/queries/{key}</c>.</summary>
    internal IResult Recall(string key) =>
        _answered.TryGetValue(key, out var earlier) ? Results.Json(earlier.Answer) : Results.NotFound();

    private ProviderBehaviour BehaviourTo(string holder, string dataItem) =>
        _reserved.TryGetValue((holder, dataItem), out var behaviour) ? behaviour : ReservedApplicant.OutcomeOf(holder) switch
        {
            ReservedOutcome.Supplemented or ReservedOutcome.Lapsed => ProviderBehaviour.NotFound,
            ReservedOutcome.ProviderDown when !_healed => ProviderBehaviour.Outage,
            _ => ProviderBehaviour.Found,
        };

    private IResult Remember(string key, string dataItem, string holder, JsonObject answer) =>
        Results.Json(_answered.GetOrAdd(key, new AnsweredQuery(key, dataItem, holder, answer)).Answer);
}
