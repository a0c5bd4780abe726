using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Supplies a <c>DurableTaskClient</c> to any function.</summary>
public sealed class DurableClientAttribute : InputBindingAttribute
{
    /// <summary>Name of the task hub; the embedded host has one, in its data directory.</summary>
    public string? TaskHub { get; set; }

    /// <summary>Name of the setting that holds the storage connection; the embedded host needs none.</summary>
    public string? ConnectionName { get; set; }
}
