namespace CrossRegion.Embedded.DurableTask.Instances;

/// <summary>A message with its address.</summary>
internal readonly record struct Delivery(string InstanceId, Message Message);
