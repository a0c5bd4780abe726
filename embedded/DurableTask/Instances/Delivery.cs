namespace CrossRegion.Embedded.DurableTask.Instances;

/// <summary>A durable message and the instance it is for.</summary>
internal readonly record struct Delivery(Instance Addressee, Message Message);
