using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Cases;

/// <summary>
/// One application on its way through the law (办件): what its steps so far amount to. Immutable; <see cref="After"/> gives the
/// next one. It holds facts only: due dates that were told, not days left, which the clock derives.
/// </summary>
public sealed record Case
{
    public required ApplicationNumber Number { get; init; }

    /// <summary>The province whose platform filed it.</summary>
    public required ProvinceCode Province { get; init; }

    /// <summary>收件地: the province whose stamp handed it over to the one that decides; null for one that was filed there.</summary>
    public ProvinceCode? ReceivedIn { get; init; }

    /// <summary>That platform's own reference for it.</summary>
    [PersonalData]
    public required string Reference { get; init; }

    public required HandlingCode Item { get; init; }

    /// <summary>The item's version on the day of receipt; the case is handled to its end under it.</summary>
    public required int ItemVersion { get; init; }

    public required Applicant Applicant { get; init; }

    [PersonalData]
    public Agent? Agent { get; init; }

    public required HandlingForm Channel { get; init; }

    public required string Language { get; init; }

    [PersonalData]
    public ImmutableList<HandedInMaterial> Materials { get; init; } = [];

    public required CaseStage Stage { get; init; }

    public required Instant AppliedAt { get; init; }

    public Instant? ReceivedAt { get; init; }

    /// <summary>How many pre-reviews there were.</summary>
    public int PreReviews { get; init; }

    /// <summary>What the latest pre-review found missing.</summary>
    public IReadOnlyList<Deficiency> Deficiencies { get; init; } = [];

    /// <summary>Every notice of what to supplement, the first one first.</summary>
    public ImmutableList<Supplement> Supplements { get; init; } = [];

    public NonAcceptance? NonAcceptance { get; init; }

    public Acceptance? Acceptance { get; init; }

    /// <summary>By department.</summary>
    public ImmutableSortedDictionary<string, Review> Reviews { get; init; } = ImmutableSortedDictionary<string, Review>.Empty;

    /// <summary>特别程序 (art. 45), the first one first.</summary>
    public ImmutableList<HeldProcedure> Procedures { get; init; } = [];

    /// <summary>The ledgers of its time limits, by <see cref="ClockKey"/>. What they show is read by <see cref="ReadClocks"/>, never stored.</summary>
    public ImmutableSortedDictionary<string, Clock> Clocks { get; init; } = ImmutableSortedDictionary<string, Clock>.Empty;

    /// <summary>The last days as the applicant was told them, by <see cref="ClockKey"/>: none of them becomes an earlier one.</summary>
    public ImmutableSortedDictionary<string, LocalDate> Told { get; init; } = ImmutableSortedDictionary<string, LocalDate>.Empty;

    /// <summary>What supervision was raised, each once.</summary>
    public ImmutableList<Rung> Rungs { get; init; } = [];

    public Decision? Decision { get; init; }

    public Certificate? Certificate { get; init; }

    public Instant? DeliveredAt { get; init; }

    public Satisfaction? Evaluation { get; init; }

    public Instant? WithdrawnAt { get; init; }

    /// <summary>When the person was erased from it (个人信息保护法 art. 47); what is left is a skeleton for statistics.</summary>
    public Instant? ErasedAt { get; init; }

    /// <summary>1, and one more for each replay.</summary>
    public int Generation { get; init; } = 1;

    /// <summary>Set while the machine cannot go on.</summary>
    public HandlingFailure? Failure { get; init; }

    /// <summary>The sequence number, from 1, of every step taken, by the step's key.</summary>
    public ImmutableSortedDictionary<string, int> Steps { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    public bool Has(string stepKey) => Steps.ContainsKey(stepKey);

    /// <summary>The notice that waits for the applicant, if one does.</summary>
    [JsonIgnore]
    public Supplement? OpenSupplement => Stage == CaseStage.SupplementRequested ? Supplements[^1] : null;

    /// <summary>The special procedure that holds the limits up, if one does.</summary>
    [JsonIgnore]
    public HeldProcedure? OpenProcedure => Procedures is [.., { EndedAt: null } open] ? open : null;

    /// <summary>How many notices of what is missing each office gave, by its key; the law allows one (art. 32(4)).</summary>
    public IReadOnlyDictionary<string, int> NoticesByOffice() => Supplements
        .Where(supplement => supplement.Office is not null)
        .CountBy(supplement => supplement.Office!.Value)
        .ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>What every clock that had started by then shows at the end of a day.</summary>
    public IReadOnlyList<ClockReading> ReadClocks(LocalDate today, TimeRules rules) =>
    [
        .. Clocks.Values.Where(clock => clock.Start.From <= today)
            .Select(clock => clock.ReadOn(today, rules.CalendarOf(clock.Key), Told.TryGetValue(clock.Key.Value, out var told) ? told : null)),
    ];

    /// <summary>Nothing is left to do for any authority.</summary>
    [JsonIgnore]
    public bool IsClosed => Stage is CaseStage.NotAccepted or CaseStage.NotRequired or CaseStage.Withdrawn or CaseStage.Delivered or CaseStage.Evaluated;

    /// <summary>The case that an application begins.</summary>
    public static Case Begin(ApplicationNumber number, Applied applied) => new()
    {
        Number = number,
        Province = applied.Province,
        Reference = applied.Reference,
        Item = applied.Item,
        ItemVersion = applied.ItemVersion,
        Applicant = applied.Applicant,
        Agent = applied.Agent,
        Channel = applied.Channel,
        Language = applied.Language,
        Materials = [.. applied.Materials],
        Stage = CaseStage.Applied,
        AppliedAt = applied.At,
        Steps = ImmutableSortedDictionary<string, int>.Empty.Add(applied.Key, 1),
    };

    /// <summary>The case after <paramref name="step"/>, its clocks included.</summary>
    /// <exception cref="IllegalStepException">
    /// The law knows no such step here (<see cref="Lifecycle.Refusal"/>), or a clock's ledger refuses it; it says everything that is wrong.
    /// </exception>
    public Case After(CaseStep step, TimeRules rules)
    {
        if (Lifecycle.Refusal(this, step) is { } fault)
        {
            throw new IllegalStepException(fault);
        }

        var after = CaseFold.Apply(this, step) with { Steps = Steps.Add(step.Key, Steps.Count + 1) };
        return ClockFold.Apply(after, step, rules);
    }
}
