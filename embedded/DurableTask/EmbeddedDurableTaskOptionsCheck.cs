using Microsoft.Extensions.Options;

namespace CrossRegion.Embedded.DurableTask;

/// <summary>Checks the engine's options.</summary>
internal sealed class EmbeddedDurableTaskOptionsCheck : IValidateOptions<EmbeddedDurableTaskOptions>
{
    public ValidateOptionsResult Validate(string? name, EmbeddedDurableTaskOptions options)
    {
        List<string> faults = [.. options.Faults()];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
