using CrossRegion.Cli.Applications;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Simulators.Platforms;
using CrossRegion.Simulators.Samples;

namespace CrossRegion.Cli.Demo;

/// <summary>One sample on its way.</summary>
/// <param name="sample">The sample.</param>
/// <param name="filedIn">The province that it is filed in.</param>
/// <param name="competent">办理地: the province whose stamp accepts and decides.</param>
internal sealed class DemoApplication(Sample sample, ProvinceCode filedIn, ProvinceCode competent)
{
    public Sample Sample { get; } = sample;

    public ProvinceCode FiledIn { get; } = filedIn;

    public ProvinceCode Competent { get; } = competent;

    /// <summary>The answer to its filing; null before.</summary>
    public Submission? Submission { get; set; }

    /// <summary>Where it stands, as the stamp says that it was filed with; null when there is no case, or not yet.</summary>
    public ApplicationView? Status { get; set; }

    /// <summary>The same as the competent stamp says, which alone knows of failures.</summary>
    public ApplicationView? Decisive { get; set; }

    public Verdict Verdict { get; set; } = Verdict.Pending;

    /// <summary>The case's number; null when there is none, or not yet.</summary>
    public ApplicationNumber? Number => Submission?.Number is { } number ? ApplicationNumber.Parse(number) : null;

    /// <summary>True for a sample that makes a case of its own.</summary>
    public bool HasCase => Number is not null && Sample.Expect != Expectation.Duplicate;

    /// <summary>Which provinces have it: where it was filed, where it is handled, and whose departments are at work on it.</summary>
    public string Places
    {
        get
        {
            var handled = FiledIn == Competent ? $"{FiledIn}" : $"{FiledIn}→{Competent}";
            var asked = (Status?.Reviews ?? []).Where(review => review.State == ReviewState.Requested).Select(review => review.Province).Distinct();
            return string.Join(' ', [handled, .. asked.Select(province => $"审{province}")]);
        }
    }

    /// <summary>Its state on one line; changes when, and only when, there is something new to tell.</summary>
    public string Line => (Submission, Status) switch
    {
        (null, _) => "待提交 to be submitted",
        (_, { } status) => $"[{Places}] {ProgressLine.Of(status with { Failure = Decisive?.Failure ?? status.Failure })}",
        ({ Number: null } refused, _) => $"拒收 rejected ({refused.Answer.Status}), {refused.FaultPaths.Count} 处错误 faults",
        ({ Duplicate: true }, _) => "重复,同一办件 duplicate, the same case",
        _ => "已提交 submitted",
    };
}
