using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.ReadModel;

namespace CrossRegion.Orchestrations.Stamps;

/// <summary>The body of a hand-over from the competent stamp: a step, for the subscribers of the province that it is addressed to.</summary>
/// <param name="Event">What they are told.</param>
/// <param name="View">The application after the step, masked.</param>
/// <param name="Entry">The step in its timeline.</param>
public sealed record HandedNotice(OutgoingEvent Event, ApplicationView View, TimelineEntryView Entry);
