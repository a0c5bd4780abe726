namespace Microsoft.DurableTask;

/// <summary>What a registration is looked up by: name and version, both without regard to case.</summary>
internal readonly struct TaskVersionKey(TaskName name, TaskVersion version) : IEquatable<TaskVersionKey>
{
    public TaskName Name { get; } = name;

    public TaskVersion Version { get; } = version;

    public bool Equals(TaskVersionKey other) => Name == other.Name && Version == other.Version;

    public override bool Equals(object? obj) => obj is TaskVersionKey other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Name, Version);
}
