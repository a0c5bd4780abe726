using CrossRegion.Embedded.Functions.Discovery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.Embedded.Functions.Http;

/// <summary>Puts every HTTP function on its route.</summary>
internal static class HttpFunctions
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        FunctionCatalogue catalogue = routes.ServiceProvider.GetRequiredService<FunctionCatalogue>();
        HttpFunctionEndpoint endpoint = routes.ServiceProvider.GetRequiredService<HttpFunctionEndpoint>();
        foreach ((Function function, HttpBinding trigger) in catalogue.With<HttpBinding>())
        {
            RequestDelegate answer = http => endpoint.AnswerAsync(function, trigger, http);
            IEndpointConventionBuilder route = routes.Map(trigger.Pattern, answer).WithDisplayName(function.Name);
            if (trigger.Methods.Count > 0)
            {
                route.WithMetadata(new HttpMethodMetadata(trigger.Methods));
            }
        }
    }
}
