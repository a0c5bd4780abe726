using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.Embedded.Functions.Durable;

/// <summary>Where the management API answers, below <c>/runtime/webhooks/durabletask</c>.</summary>
internal static class DurableManagementRoutes
{
    private const string Instances = "runtime/webhooks/durabletask/instances";
    private const string Orchestrators = "runtime/webhooks/durabletask/orchestrators/{functionName}/{instanceId?}";
    private const string Instance = Instances + "/{instanceId}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        Add(HttpMethods.Post, Orchestrators, static (api, request) => api.StartAsync(request));
        Add(HttpMethods.Get, Instances, static (api, request) => api.ListAsync(request));
        Add(HttpMethods.Delete, Instances, static (api, request) => api.PurgeManyAsync(request));
        Add(HttpMethods.Get, Instance, static (api, request) => api.GetAsync(request));
        Add(HttpMethods.Delete, Instance, static (api, request) => api.PurgeAsync(request));
        Add(HttpMethods.Post, Instance + "/raiseEvent/{eventName}", static (api, request) => api.RaiseEventAsync(request));
        Add(HttpMethods.Post, Instance + "/terminate", static (api, request) => api.TerminateAsync(request));
        Add(HttpMethods.Post, Instance + "/suspend", static (api, request) => api.SuspendAsync(request));
        Add(HttpMethods.Post, Instance + "/resume", static (api, request) => api.ResumeAsync(request));

        Add(HttpMethods.Post, Instance + "/restart", static (api, request) => api.RestartAsync(request));
        Add(HttpMethods.Post, Instance + "/rewind", static (api, request) => api.RewindAsync(request));

        void Add(string method, string pattern, Func<DurableManagement, HttpRequest, Task<IResult>> action)
        {
            RequestDelegate answer = http => http.RequestServices.GetRequiredService<DurableManagement>().AnswerAsync(http, action);
            routes.MapMethods(pattern, [method], answer);
        }
    }
}
