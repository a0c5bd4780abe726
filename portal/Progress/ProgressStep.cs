using CrossRegion.Domain;

namespace CrossRegion.Portal.Progress;

/// <summary>One stage on the way of an application.</summary>
internal sealed record ProgressStep(LocalizedText Name, StepState State);
