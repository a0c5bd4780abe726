namespace CrossRegion.Bench.Crash;

/// <summary>The input of an activity.</summary>
/// <param name="Heard">All answers its orchestrator has heard. That the activity runs says that they are durable.</param>
/// <param name="NotBefore">When the timer before it was due, if there was one.</param>
internal sealed record StepInput(string Application, string Step, IReadOnlyList<Heard> Heard, DateTime? NotBefore = null);
