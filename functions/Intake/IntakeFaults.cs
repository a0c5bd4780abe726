using CrossRegion.Domain.Faults;
using CrossRegion.Functions.Problems;

namespace CrossRegion.Functions.Intake;

/// <summary>The faults of one request in their two classes. The lower class answers, with all that was found.</summary>
internal sealed class IntakeFaults
{
    /// <summary>Not JSON, not by CloudEvents, not by the schema: 400.</summary>
    public FaultCollector Form { get; } = new();

    /// <summary>Well-formed, but it cannot be: 422.</summary>
    public FaultCollector Meaning { get; } = new();

    public bool Any => !Form.IsEmpty || !Meaning.IsEmpty;

    public Problem ToProblem() => new(Form.IsEmpty ? ProblemKind.Unacceptable : ProblemKind.Malformed, [.. Form, .. Meaning]);

    /// <summary>Takes over the faults of one event, placed at <paramref name="path"/>.</summary>
    public void AddAll(string path, IntakeFaults faults)
    {
        Form.AddAll(path, faults.Form);
        Meaning.AddAll(path, faults.Meaning);
    }
}
