namespace CrossRegion.Functions.Composition;

/// <summary>Settings that cannot be; the message names every one.</summary>
public sealed class SettingsException(IReadOnlyCollection<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
}
