using CrossRegion.Portal.Language;
using Microsoft.AspNetCore.Http;

namespace CrossRegion.Portal.Cases;

/// <summary>What a list of cases was asked for; every link on the page keeps the rest of it.</summary>
/// <param name="Province">Two digits; null for all provinces.</param>
/// <param name="Continuation">Where the page starts; null for the first.</param>
/// <param name="Code">The function key, when it came in the query.</param>
/// <param name="Language">The page's language.</param>
public sealed record CaseListQuery(string? Province, string? Continuation, string? Code, PortalLanguage Language)
{
    /// <summary>What the request asks for; an empty parameter is none.</summary>
    public static CaseListQuery Of(IQueryCollection query)
    {
        return new(Value("province"), Value("continuation"), Value("code"), PortalLanguage.Of(Value("lang")));

        string? Value(string name) => query[name].ToString() is { Length: > 0 } value ? value : null;
    }

    /// <summary>The query as a link relative to the page itself.</summary>
    public string Link() => QueryString.Create(Parameters()).ToString();

    /// <summary>An application of the list, relative to the page itself.</summary>
    public string ApplicationLink(string number) => $"portal/applications/{Uri.EscapeDataString(number)}?lang={Language.Tag}";

    private IEnumerable<KeyValuePair<string, string?>> Parameters() => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["province"] = Province,
        ["continuation"] = Continuation,
        ["lang"] = Language.Tag,
        ["code"] = Code,
    }.Where(parameter => parameter.Value is not null);
}
