using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace CrossRegion.Embedded.Functions.Hosting;

/// <summary>Replaces <c>%NAME%</c> in a binding by the setting NAME.</summary>
internal sealed partial class BindingExpressions(IConfiguration configuration)
{
    public string Resolve(string text, ICollection<string> faults) => Expression().Replace(text, match =>
    {
        string name = match.Groups[1].Value;
        string? value = configuration[name.Replace("__", ":", StringComparison.Ordinal)];
        if (value is null)
        {
            faults.Add($"'{text}' names the setting {name}, which is not set.");
        }

        return value ?? match.Value;
    });

    [GeneratedRegex("%([^%]+)%", RegexOptions.CultureInvariant)]
    private static partial Regex Expression();
}
