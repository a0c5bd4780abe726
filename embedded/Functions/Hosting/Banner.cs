using System.Globalization;
using System.Text;
using CrossRegion.Embedded.Functions.Discovery;
using CrossRegion.Embedded.Functions.Http;

namespace CrossRegion.Embedded.Functions.Hosting;

/// <summary>What the host prints when it is ready: its address and its functions, as the Functions host does.</summary>
internal static class Banner
{
    public static string Compose(FunctionCatalogue catalogue, IEnumerable<string> addresses, string dataDirectory)
    {
        string[] urls = [.. addresses];
        StringBuilder text = new();
        text.AppendLine("Functions:");
        foreach (Function function in catalogue.Functions)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"        {function.Name}: {Describe(function.Trigger, urls.FirstOrDefault())}");
        }

        text.AppendLine();
        foreach (string url in urls)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Listening on {url}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"Data in {dataDirectory}");
        return text.Append("Press Ctrl+C to stop.").ToString();
    }

    private static string Describe(TriggerBinding trigger, string? url) => trigger is HttpBinding http
        ? $"[{(http.Methods.Count == 0 ? "ANY" : string.Join(',', http.Methods))}] {url}/{http.Pattern.RawText}"
        : trigger.Type;
}
