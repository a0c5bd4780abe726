using System.Reflection;
using CrossRegion.Embedded.Functions.Discovery;
using CrossRegion.Embedded.Functions.Invocations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;

namespace CrossRegion.Embedded.Functions.Http;

/// <summary>A function that answers HTTP requests.</summary>
internal sealed class HttpBinding(RoutePattern pattern, IReadOnlyList<string> methods, AuthorizationLevel level) : TriggerBinding
{
    public override string Type => "httpTrigger";

    public override string Takes => nameof(HttpRequest);

    public RoutePattern Pattern { get; } = pattern;

    /// <summary>Upper-case HTTP methods; empty means all.</summary>
    public IReadOnlyList<string> Methods { get; } = methods;

    public AuthorizationLevel Level { get; } = level;

    public static HttpBinding? Read(HttpTriggerAttribute attribute, AuthorizationLevel level, string prefix, string route, ICollection<string> faults)
    {
        if (level == AuthorizationLevel.User)
        {
            faults.Add("wants a signed-in user (AuthorizationLevel.User), which the embedded host does not have.");
        }

        try
        {
            RoutePattern pattern = RoutePatternFactory.Parse(string.Join('/', new[] { prefix, route.TrimStart('/') }.Where(part => part.Length > 0)));
            return new HttpBinding(pattern, [.. (attribute.Methods ?? []).Select(method => method.ToUpperInvariant())], level);
        }
        catch (RoutePatternException fault)
        {
            faults.Add($"has a route that cannot be read: {fault.Message}");
            return null;
        }
    }

    /// <summary>An attribute that states no level means <see cref="AuthorizationLevel.Function"/>, whichever constructor made it.</summary>
    public static AuthorizationLevel LevelOf(ParameterInfo parameter, HttpTriggerAttribute attribute) =>
        parameter.CustomAttributes.Single(data => data.AttributeType == typeof(HttpTriggerAttribute))
            .ConstructorArguments.Any(argument => argument.ArgumentType == typeof(AuthorizationLevel))
            ? attribute.AuthLevel
            : AuthorizationLevel.Function;

    public override ParameterBinder? BindTrigger(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(HttpRequest) => static invocation => ((HttpContext)invocation.Trigger!).Request,
        var type when type == typeof(HttpRequestData) => static invocation => new RequestData(invocation, ((HttpContext)invocation.Trigger!).Request),
        _ => null,
    };

    public override ParameterBinder? BindOther(ParameterInfo parameter) =>
        Pattern.GetParameter(parameter.Name!) is null ? null : NamedValue.Bind(parameter);

    public override string? FaultOf(OutputBindings outputs)
    {
        Type? response = outputs.HttpResult?.PropertyType ?? (outputs.TakesWhole ? null : outputs.ResultType);
        return response is null || response == typeof(void) || response.IsAssignableTo(typeof(IResult)) || response == typeof(HttpResponseData) || response.IsAssignableTo(typeof(IActionResult))
            ? null
            : $"answers HTTP with {response.Name}; it takes IResult, IActionResult, HttpResponseData, or a class with one such property marked [HttpResult].";
    }
}
