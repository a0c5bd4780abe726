using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Events;

/// <summary>
/// The CloudEvents source of a government system: <c>urn:gov:cn:PP:NAME</c>, PP the province, NAME 1 to 40 of <c>a-z 0-9 -</c>.
/// The same system writes it the same way for ever: with the subject it makes the application's number.
/// </summary>
[JsonConverter(typeof(IdentifierJsonConverter<EventSource>))]
public sealed record EventSource : IIdentifier<EventSource>
{
    private const string Prefix = "urn:gov:cn:";
    private const int MaximumName = 40;

    private EventSource(ProvinceCode province, string name) => (Province, Name) = (province, name);

    public ProvinceCode Province { get; }

    /// <summary>What the province calls the system.</summary>
    public string Name { get; }

    public string Value => $"{Prefix}{Province}:{Name}";

    public static bool TryParse(string? text, [NotNullWhen(true)] out EventSource? value, [NotNullWhen(false)] out Fault? fault)
    {
        value = null;
        fault = null;
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal) || text.Length < Prefix.Length + 4 || text[Prefix.Length + 2] != ':')
        {
            fault = new Fault("", "source-form", "来源应为urn:gov:cn:省级代码:系统名", "a source is urn:gov:cn:PROVINCE:NAME");
            return false;
        }

        var name = text[(Prefix.Length + 3)..];
        if (name.Length > MaximumName || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            fault = new Fault("", "source-form", "来源的系统名应为1至40位小写字母、数字或连字符", "the name in a source is 1 to 40 of a-z 0-9 -");
            return false;
        }

        if (!ProvinceCode.TryParse(text.Substring(Prefix.Length, 2), out var province, out fault))
        {
            return false;
        }

        value = new EventSource(province, name);
        return true;
    }

    /// <exception cref="FormatException">The text is no such source.</exception>
    public static EventSource Parse(string text) => TryParse(text, out var value, out var fault) ? value : throw new FormatException(fault.MessageEn);

    public override string ToString() => Value;
}
