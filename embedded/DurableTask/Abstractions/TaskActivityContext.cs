namespace Microsoft.DurableTask;

/// <summary>What an activity knows about the call that runs it.</summary>
public abstract class TaskActivityContext
{
    public abstract TaskName Name { get; }

    /// <summary>The instance that called the activity.</summary>
    public abstract string InstanceId { get; }

    /// <summary>The version that the activity was called with; empty when unversioned.</summary>
    public virtual string Version => string.Empty;
}
