using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.ReadModel;

namespace CrossRegion.Orchestrations.Stamps;

/// <summary>The body of a hand-over from the competent stamp: where an application stands after a step.</summary>
/// <param name="Event">What the subscribers of the province are told; null when the step is not addressed to it.</param>
/// <param name="View">The application after the step, masked.</param>
/// <param name="Entry">The step in its timeline.</param>
public sealed record HandedNotice(OutgoingEvent? Event, ApplicationView View, TimelineEntryView Entry);
