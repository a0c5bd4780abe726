using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Identifiers;

/// <summary>Parsing of one identifier among many.</summary>
public static class IdentifierFaultExtensions
{
    /// <summary>The identifier, or null after its fault was added at <paramref name="path"/>.</summary>
    public static T? Parse<T>(this FaultCollector faults, string path, string? text) where T : class, IIdentifier<T>
    {
        if (T.TryParse(text, out var value, out var fault))
        {
            return value;
        }

        faults.Add(fault.At(path));
        return null;
    }
}
