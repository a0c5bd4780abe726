namespace CrossRegion.FunctionsHost.Tests.Queues;

/// <summary>The implementations of the queues.</summary>
public enum QueueKind
{
    Sqlite,
    Storage,
}
