using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Functions.Problems;
using CrossRegion.Orchestrations.Cases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace CrossRegion.Functions.Triggers;

/// <summary><c>GET /api/catalogue/items</c> and <c>.../items/{code}</c>: what may be applied for, in the versions in force today.</summary>
public sealed class GetCatalogue(ServiceCatalogue catalogue, IClock clock)
{
    [Function("ListItems")]
    public IResult List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "catalogue/items")] HttpRequest request) => Results.Json(new
    {
        items = catalogue.InForce(Today).Select(item => new
        {
            code = item.Code.Value,
            version = item.Version,
            nameZh = item.Name.Zh,
            nameEn = item.Name.En,
            mode = new { code = item.Mode.Code(), zh = item.Mode.Name().Zh, en = item.Mode.Name().En },
            scope = item.Scope.Select(province => province.Value),
            departments = item.Departments.Count,
            promised = new { amount = item.Limits.Promised.Amount, unit = item.Limits.Promised.Unit.Code(), unitZh = item.Limits.Promised.Unit.Name().Zh },
            href = $"/api/catalogue/items/{item.Code}",
        }),
    });

    [Function("GetItem")]
    public IResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "catalogue/items/{code}")] HttpRequest request, string code)
    {
        var item = HandlingCode.TryParse(code, out var parsed, out _) ? catalogue.Find(parsed, Today) : null;
        return item is null
            ? new ProblemResult(new Problem(
                ProblemKind.UnknownItem, [new Fault("code", "unknown-item", $"目录中没有现行事项{code}", $"the catalogue has no item {code} in force")]))
            : Results.Text(CaseJson.Write(item), "application/json; charset=utf-8");
    }

    private LocalDate Today => ChinaTime.DateOf(clock.GetCurrentInstant());
}
