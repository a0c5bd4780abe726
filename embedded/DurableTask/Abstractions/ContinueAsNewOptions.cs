namespace Microsoft.DurableTask;

/// <summary>How an orchestration starts over with an empty history.</summary>
public class ContinueAsNewOptions
{
    public object? NewInput { get; set; }

    /// <summary>Whether external events that nobody has waited for are carried over. Default: <c>true</c>.</summary>
    public bool PreserveUnprocessedEvents { get; set; } = true;

    /// <summary>The version of the next generation; <c>null</c> keeps the present one.</summary>
    public string? NewVersion { get; set; }
}
