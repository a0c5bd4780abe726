namespace CrossRegion.Embedded.DurableTask.Instances;

/// <summary>A durable message and the instance it is for.</summary>
/// <param name="IsLate">An answer to one that has failed: it stays in memory until it has it.</param>
internal readonly record struct Delivery(Instance Addressee, Message Message, bool IsLate = false);
