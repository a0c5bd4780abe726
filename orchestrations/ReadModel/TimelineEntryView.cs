namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>One step that a case took.</summary>
/// <param name="Sequence">1 for the first; without gaps.</param>
/// <param name="At">When.</param>
/// <param name="Step">What.</param>
/// <param name="DetailZh">What exactly; may be empty.</param>
/// <param name="DetailEn">What exactly; may be empty.</param>
/// <param name="By">Who: <c>applicant</c>, <c>system</c>, <c>operator</c>, or a department's key within the item.</param>
public sealed record TimelineEntryView(int Sequence, DateTimeOffset At, CodedText Step, string DetailZh, string DetailEn, string By);
