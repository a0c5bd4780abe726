using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Simulators.Load;
using CrossRegion.Simulators.Reserved;

namespace CrossRegion.Cli.Simulation;

/// <summary>One application that the host has taken, and where its case stands.</summary>
internal sealed class SimulatedCase(GeneratedApplication application, ApplicationNumber number, ProvinceCode competent)
{
    public ReservedOutcome Outcome => application.Outcome;

    public ApplicationNumber Number { get; } = number;

    /// <summary>办理地: the province whose stamp knows how it ends.</summary>
    public ProvinceCode Competent { get; } = competent;

    /// <summary>As last seen; null before.</summary>
    public ApplicationView? Status { get; set; }

    public Ending Ending => Status switch
    {
        { WithdrawnAt: not null } => Ending.Withdrawn,
        { NotAccepted: not null } => Ending.NotAccepted,
        { Decision: not null, Certificate: null, DeliveredAt: not null } => Ending.Refused,
        { Certificate: not null, DeliveredAt: not null } => Ending.Granted,
        _ => Ending.Open,
    };

    /// <summary>True when it is where its applicant's identifier leads it, and nothing more is to come.</summary>
    public bool IsRight => Outcome switch
    {
        ReservedOutcome.Refused => Ending == Ending.Refused,
        ReservedOutcome.NotCompetent => Ending == Ending.NotAccepted,
        ReservedOutcome.Supplemented => Ending == Ending.Granted && Status!.Supplement is not null,
        ReservedOutcome.Lapsed => Ending == Ending.NotAccepted || (Ending == Ending.Open && Status?.Supplement is not null),
        ReservedOutcome.ProviderDown => Ending == Ending.Open && Status is { AcceptedOn: null },
        ReservedOutcome.Silent => Ending == Ending.Open && Status is { AcceptedOn: not null, Awaiting.Count: > 0 },
        ReservedOutcome.Withdrawn => Ending == Ending.Withdrawn,
        _ => Ending == Ending.Granted && Status!.Supplement is null,
    };

    /// <summary>What is wrong and will not change; null when nothing is.</summary>
    public string? Wrong =>
        Ending != Ending.Open && !IsRight ? $"{Number}: 应为 should be {Outcome}, 实为 is {Status!.Stage.Code}"
        : Status?.Failure is { } failure && Outcome != ReservedOutcome.ProviderDown ? $"{Number}: 故障 failed at {failure.Step}: {failure.Reason}"
        : null;
}
