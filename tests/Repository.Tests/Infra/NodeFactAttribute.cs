namespace CrossRegion.Repository.Tests.Infra;

/// <summary>A test that needs packages from npm. Without them it is skipped and says so; with <c>CI=true</c> it runs and fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip =
        Directory.Exists(Path.Combine(Repository.Root, "tests", "node", "node_modules")) || Environment.GetEnvironmentVariable("CI") == "true"
            ? null
            : "no packages from npm: run npm ci --prefix tests/node";
}
