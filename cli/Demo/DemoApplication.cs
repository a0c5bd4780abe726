using CrossRegion.Cli.Applications;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Simulators.Platforms;
using CrossRegion.Simulators.Samples;

namespace CrossRegion.Cli.Demo;

/// <summary>One sample on its way.</summary>
internal sealed class DemoApplication(Sample sample)
{
    public Sample Sample { get; } = sample;

    /// <summary>The answer to its filing; null before.</summary>
    public Submission? Submission { get; set; }

    /// <summary>Where it stands, as last seen; null when there is no case, or not yet.</summary>
    public ApplicationView? Status { get; set; }

    public Verdict Verdict { get; set; } = Verdict.Pending;

    /// <summary>The case's number; null when there is none, or not yet.</summary>
    public ApplicationNumber? Number => Submission?.Number is { } number ? ApplicationNumber.Parse(number) : null;

    /// <summary>True for a sample that makes a case of its own.</summary>
    public bool HasCase => Number is not null && Sample.Expect != Expectation.Duplicate;

    /// <summary>Its state on one line; changes when, and only when, there is something new to tell.</summary>
    public string Line => (Submission, Status) switch
    {
        (null, _) => "待提交 to be submitted",
        (_, { } status) => ProgressLine.Of(status),
        ({ Number: null } refused, _) => $"拒收 rejected ({refused.Answer.Status}), {refused.FaultPaths.Count} 处错误 faults",
        ({ Duplicate: true }, _) => "重复,同一办件 duplicate, the same case",
        _ => "已提交 submitted",
    };
}
