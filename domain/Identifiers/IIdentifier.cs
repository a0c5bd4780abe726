using System.Diagnostics.CodeAnalysis;
using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Identifiers;

/// <summary>
/// An identifier that exists only when its text is right: the constructor is private and parsing is the only way in.
/// Identifiers are reference types, so there is no <c>default</c> that would be a wrong value.
/// </summary>
public interface IIdentifier<TSelf> where TSelf : class, IIdentifier<TSelf>
{
    /// <summary>The canonical text.</summary>
    string Value { get; }

    /// <summary>Parses <paramref name="text"/>; when it is wrong, <paramref name="fault"/> says exactly how, with an empty path.</summary>
    static abstract bool TryParse(string? text, [NotNullWhen(true)] out TSelf? value, [NotNullWhen(false)] out Fault? fault);
}
