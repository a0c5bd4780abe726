namespace CrossRegion.Domain.Identifiers;

/// <summary>What all identifiers have in common: canonical text, equality by it, ordering by it.</summary>
public abstract record Identifier : IComparable<Identifier>
{
    private protected Identifier(string value) => Value = value;

    /// <summary>The canonical text.</summary>
    public string Value { get; }

    public int CompareTo(Identifier? other) => string.CompareOrdinal(Value, other?.Value);

    public sealed override string ToString() => Value;

    /// <summary>Parses, or throws with the fault's message.</summary>
    /// <exception cref="FormatException">The text is no such identifier.</exception>
    internal static T Parse<T>(string text) where T : class, IIdentifier<T> =>
        T.TryParse(text, out var value, out var fault) ? value : throw new FormatException(fault.MessageEn);
}
