namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>HTTP triggers with the types of ASP.NET Core.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>Lets HTTP triggers take <c>HttpRequest</c> and return <c>IResult</c> or <c>IActionResult</c>.</summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        builder.UsesAspNetCore = true;
        return builder;
    }
}
