using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.Embedded.Functions.Discovery;

/// <summary>The methods with [Function] that make the app.</summary>
internal sealed record FunctionSource(IReadOnlyList<MethodInfo> Methods)
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Those of the app's assembly and of the assemblies it references, at any depth.</summary>
    public static FunctionSource FromApp(Assembly app) =>
        FromTypes(WithReferences(app).Where(UsesWorker).SelectMany(assembly => assembly.GetTypes()));

    public static FunctionSource FromTypes(IEnumerable<Type> types) =>
        new([.. types.SelectMany(type => type.GetMethods(All)).Where(method => method.IsDefined(typeof(FunctionAttribute), false))]);

    private static IEnumerable<Assembly> WithReferences(Assembly app)
    {
        HashSet<string> seen = [app.GetName().Name!];
        Queue<Assembly> waiting = new([app]);
        while (waiting.TryDequeue(out Assembly? assembly))
        {
            yield return assembly;
            foreach (AssemblyName reference in assembly.GetReferencedAssemblies())
            {
                if (!IsFramework(reference.Name!) && seen.Add(reference.Name!))
                {
                    waiting.Enqueue(Assembly.Load(reference));
                }
            }
        }
    }

    private static bool UsesWorker(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Any(reference => reference.Name == typeof(FunctionAttribute).Assembly.GetName().Name);

    private static bool IsFramework(string name) =>
        name is "System" or "netstandard" or "mscorlib"
        || name.StartsWith("System.", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.", StringComparison.Ordinal)
        || name.StartsWith("Azure.", StringComparison.Ordinal);
}
