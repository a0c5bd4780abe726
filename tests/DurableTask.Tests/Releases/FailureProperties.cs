using Microsoft.DurableTask.Worker;

namespace CrossRegion.DurableTask.Tests.Releases;

/// <summary>Properties in the failure details, of each type that JSON knows (its numbers are read as floating-point ones).</summary>
internal sealed class FailureProperties : IExceptionPropertiesProvider
{
    public IDictionary<string, object?>? GetExceptionProperties(Exception exception) => exception is ArgumentException
        ? new Dictionary<string, object?> { ["code"] = 409.0, ["final"] = true, ["office"] = "510100", ["detail"] = null }
        : null;
}
