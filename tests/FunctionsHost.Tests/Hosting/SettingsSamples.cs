using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace CrossRegion.FunctionsHost.Tests.Hosting;

public sealed class SettingsSamples(IConfiguration configuration)
{
    [Function("Setting")]
    public IResult Setting([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "settings/{*name}")] HttpRequest request, string name) =>
        Results.Text(configuration[name.Replace('/', ':')] ?? "unset");
}
