namespace CrossRegion.Repository.Tests.Architecture;

/// <summary>Dependencies run one way (docs/architecture.md).</summary>
public sealed class DependencyTests
{
    /// <summary>What each part may know of the others.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Embedded.DurableTask"] = [],
        ["Embedded.Functions"] = ["Embedded.DurableTask"],
        ["Orchestrations"] = ["Domain", "Embedded.DurableTask", "Embedded.Functions"],
        ["Portal"] = ["Domain", "Orchestrations"],
        ["Adapters.Cosmos"] = ["Domain", "Orchestrations"],
        ["Adapters.EventGrid"] = ["Domain", "Orchestrations"],
        ["Adapters.KeyFiles"] = ["Domain", "Orchestrations"],
        ["Adapters.KeyVault"] = ["Domain", "Orchestrations"],
        ["Adapters.Peers"] = ["Domain", "Orchestrations"],
        ["Adapters.SharedData"] = ["Domain", "Orchestrations"],
        ["Adapters.Sqlite"] = ["Domain", "Orchestrations"],
        ["Adapters.Webhooks"] = ["Domain", "Orchestrations"],
        ["Functions"] =
        [
            "Adapters.Cosmos", "Adapters.EventGrid", "Adapters.KeyFiles", "Adapters.KeyVault", "Adapters.Peers", "Adapters.SharedData", "Adapters.Sqlite", "Adapters.Webhooks",
            "Domain", "Embedded.DurableTask", "Embedded.Functions", "Orchestrations", "Portal",
        ],
        ["Simulators"] = ["Domain", "Orchestrations"],
        ["Cli"] = ["Domain", "Functions", "Orchestrations", "Simulators"],
    };

    [Fact]
    public void Every_part_of_the_product_is_judged()
        => Product.Assemblies.Select(assembly => Product.ShortName(assembly.GetName().Name!)).ShouldBe(Allowed.Keys, ignoreOrder: true);

    [Fact]
    public void Nobody_knows_more_of_the_others_than_the_architecture_allows()
    {
        var excess =
            from assembly in Product.Assemblies
            let name = Product.ShortName(assembly.GetName().Name!)
            from reference in assembly.GetReferencedAssemblies()
            where reference.Name!.StartsWith(Product.Prefix, StringComparison.Ordinal)
            let known = Product.ShortName(reference.Name!)
            where !Allowed[name].Contains(known)
            select $"{name} knows {known}";

        excess.ShouldBeEmpty();
    }

    [Fact]
    public void The_domain_needs_nothing_but_NodaTime_and_reaches_no_network()
    {
        var references = Product.Assemblies.Single(assembly => assembly.GetName().Name == "CrossRegion.Domain").GetReferencedAssemblies().Select(reference => reference.Name!).ToList();

        references.Where(name => !name.StartsWith("System.", StringComparison.Ordinal)).ShouldBe(["NodaTime"]);
        references.ShouldNotContain(name => name.StartsWith("System.Net", StringComparison.Ordinal) || name.StartsWith("System.Data", StringComparison.Ordinal));
    }
}
