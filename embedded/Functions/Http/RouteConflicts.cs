using System.Text.RegularExpressions;
using CrossRegion.Embedded.Functions.Discovery;

namespace CrossRegion.Embedded.Functions.Http;

/// <summary>Finds functions that would answer the same requests.</summary>
internal static partial class RouteConflicts
{
    public static IEnumerable<string> In(FunctionCatalogue catalogue) =>
        from entry in catalogue.With<HttpBinding>()
        from method in entry.Trigger.Methods.Count == 0 ? ["any method"] : entry.Trigger.Methods
        group entry.Function.Name by (method, Route: Placeholder().Replace(entry.Trigger.Pattern.RawText ?? "", Shape).ToUpperInvariant()) into same
        where same.Count() > 1
        select $"Functions {string.Join(" and ", same)} have the same route ({same.Key.method} /{same.Key.Route.ToLowerInvariant()}).";

    /// <summary>Names of route parameters do not tell routes apart; constraints and catch-alls do.</summary>
    private static string Shape(Match parameter) => $"{{{parameter.Groups["star"].Value}{parameter.Groups["constraint"].Value}}}";

    [GeneratedRegex(@"\{(?<star>\**)\w+(?<constraint>[^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
