using CrossRegion.Embedded.DurableTask.Instances;

namespace CrossRegion.Embedded.DurableTask.Timers;

/// <summary>What is to reach an instance at a time. By id: the instance may have left memory until then.</summary>
internal readonly record struct Wakeup(string InstanceId, Message Message);
