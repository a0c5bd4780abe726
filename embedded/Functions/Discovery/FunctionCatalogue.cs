using System.Collections.Immutable;
using CrossRegion.Embedded.Functions.Hosting;
using CrossRegion.Embedded.Functions.Http;
using CrossRegion.Embedded.Functions.Queues.Storage;
using Microsoft.Extensions.Configuration;

namespace CrossRegion.Embedded.Functions.Discovery;

/// <summary>All functions of the app.</summary>
internal sealed record FunctionCatalogue(ImmutableArray<Function> Functions)
{
    public Function? Find(string name) => Functions.FirstOrDefault(function => function.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public IEnumerable<(Function Function, T Trigger)> With<T>()
        where T : TriggerBinding =>
        from function in Functions
        where function.Trigger is T
        select (function, (T)function.Trigger);

    /// <summary>Reads every function and reports all faults of all of them.</summary>
    public static FunctionCatalogue Read(FunctionSource source, HostJson hostJson, IConfiguration configuration, List<string> faults)
    {
        BindingExpressions expressions = new(configuration);
        StorageConnections connections = new(configuration);
        FunctionReader reader = new(new TriggerReader(hostJson, expressions, connections), expressions, connections);
        ImmutableArray<Function> functions =
        [
            .. source.Methods.Select(method => reader.Read(method, faults)).OfType<Function>().OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase),
        ];
        foreach (IGrouping<string, Function> same in functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            faults.Add($"Function name {same.Key} is used {same.Count()} times: {string.Join(", ", same.Select(function => function.EntryPoint))}.");
        }

        FunctionCatalogue catalogue = new(functions);
        faults.AddRange(RouteConflicts.In(catalogue));
        faults.AddRange(connections.Faults);
        return catalogue;
    }
}
