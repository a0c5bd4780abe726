using System.Reflection;

namespace Microsoft.DurableTask;

/// <summary>Finds the exception type that a failure names, wherever it is loaded.</summary>
internal static class FailureTypes
{
    /// <summary>The type, looked for in the runtime, in <paramref name="likely"/>, then everywhere; <c>null</c> if not loaded.</summary>
    /// <exception cref="AmbiguousMatchException">Several assemblies have a type of that name.</exception>
    public static Type? Find(string? name, params ReadOnlySpan<Assembly> likely)
    {
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        var found = Type.GetType(name, throwOnError: false);
        foreach (var assembly in likely)
        {
            found ??= assembly.GetType(name, throwOnError: false);
        }

        return found ?? FindAnywhere(name);
    }

    private static Type? FindAnywhere(string name)
    {
        var found = AppDomain.CurrentDomain.GetAssemblies().Select(a => a.GetType(name, throwOnError: false)).OfType<Type>().Take(2).ToList();
        return found.Count > 1 ? throw new AmbiguousMatchException($"Several loaded exception types are named '{name}'.") : found.FirstOrDefault();
    }
}
