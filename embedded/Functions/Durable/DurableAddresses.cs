using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.Embedded.Functions.Durable;

/// <summary>Addresses of the management API.</summary>
internal static class DurableAddresses
{
    public const string WebHook = "/runtime/webhooks/durabletask";

    /// <param name="webHook">Where the API is, up to and with <see cref="WebHook"/>.</param>
    /// <param name="query">Goes with every address: the key.</param>
    public static HttpManagementPayload Of(string webHook, string instanceId, string? query)
    {
        string instance = $"{webHook}/instances/{Uri.EscapeDataString(instanceId)}";
        string key = string.IsNullOrEmpty(query) ? "" : "?" + query;
        string reason = "?reason={text}" + (key.Length == 0 ? "" : "&" + query);
        return new HttpManagementPayload
        {
            Id = instanceId,
            StatusQueryGetUri = instance + key,
            SendEventPostUri = instance + "/raiseEvent/{eventName}" + key,
            TerminatePostUri = instance + "/terminate" + reason,
            RewindPostUri = instance + "/rewind" + reason,
            PurgeHistoryDeleteUri = instance + key,
            RestartPostUri = instance + "/restart" + key,
            SuspendPostUri = instance + "/suspend" + reason,
            ResumePostUri = instance + "/resume" + reason,
        };
    }
}
