using System.Reflection;

namespace CrossRegion.Repository.Tests.Architecture;

/// <summary>The assemblies of the product, as they lie beside this test.</summary>
internal static class Product
{
    public const string Prefix = "CrossRegion.";

    /// <summary>The command's assembly is named as the command is.</summary>
    private const string Command = "crossregion";

    public static IReadOnlyList<Assembly> Assemblies { get; } =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, Prefix + "*.dll")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => !name.EndsWith(".Tests", StringComparison.Ordinal))
            .Append(Command)
            .Order(StringComparer.Ordinal)
            .Select(name => Assembly.Load(new AssemblyName(name))),
    ];

    /// <summary>An assembly's name without the prefix that all have.</summary>
    public static string ShortName(string name) => name == Command ? "Cli" : name[Prefix.Length..];
}
