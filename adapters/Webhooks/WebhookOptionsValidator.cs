using System.Text.RegularExpressions;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Events;
using Microsoft.Extensions.Options;

namespace CrossRegion.Adapters.Webhooks;

/// <summary>Finds everything that is wrong with the subscriptions before the program starts, and tells it at once.</summary>
internal sealed partial class WebhookOptionsValidator : IValidateOptions<WebhookOptions>
{
    private const string Reserved = "event-grid";

    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        var faults = new List<string>();
        if (options.WebhookTimeoutSeconds is < 1 or > 300)
        {
            faults.Add("CrossRegion:WebhookTimeoutSeconds is 1 to 300.");
        }

        if (options.Subscriptions.Count > WebhookOptions.MaxSubscriptions)
        {
            faults.Add($"CrossRegion:Subscriptions has {options.Subscriptions.Count} subscriptions, at most {WebhookOptions.MaxSubscriptions} are possible.");
        }

        var names = new HashSet<string>(StringComparer.Ordinal) { Reserved };
        foreach (var (i, subscription) in options.Subscriptions.Index())
        {
            faults.AddRange(Faults(subscription, names).Select(fault => $"CrossRegion:Subscriptions:{i}:{fault}"));
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(WebhookSubscription subscription, HashSet<string> names)
    {
        if (!NamePattern.IsMatch(subscription.Name))
        {
            yield return "Name has 1 to 40 characters of a-z 0-9 -";
        }
        else if (!names.Add(subscription.Name))
        {
            yield return $"Name '{subscription.Name}' is taken.";
        }

        if (!Uri.TryCreate(subscription.Endpoint, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
        {
            yield return "Endpoint is an absolute http or https URL.";
        }

        foreach (var fault in ListFaults("Types", subscription.Types, "an outgoing event type", EventTypes.Outgoing.Contains))
        {
            yield return fault;
        }

        foreach (var fault in ListFaults(
            "Provinces", subscription.Provinces, "a province code of GB/T 2260", code => ProvinceCode.TryParse(code, out _, out _)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> ListFaults(string setting, string list, string kind, Predicate<string> isKnown)
    {
        var names = SubscriptionFilter.Parse(list);
        if (names.Count == 0)
        {
            return [$"{setting} is empty; * means all."];
        }

        return names
            .Where(name => name == SubscriptionFilter.Everything ? names.Count > 1 : !isKnown(name))
            .Select(name => name == SubscriptionFilter.Everything ? $"{setting}: * stands alone." : $"{setting}: '{name}' is not {kind}.");
    }

    [GeneratedRegex(@"^[a-z0-9-]{1,40}\z")]
    private static partial Regex NamePattern { get; }
}
