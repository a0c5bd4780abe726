using CrossRegion.Domain;
using CrossRegion.Orchestrations.ReadModel;

namespace CrossRegion.Portal.Language;

/// <summary>The language of a page: Chinese unless English is asked for with <c>?lang=en</c>.</summary>
public sealed record PortalLanguage
{
    private PortalLanguage(string tag, string ownName)
    {
        Tag = tag;
        OwnName = ownName;
    }

    public static PortalLanguage Chinese { get; } = new("zh-CN", "简体中文");

    public static PortalLanguage English { get; } = new("en", "English");

    /// <summary>BCP 47, for the attribute <c>lang</c>.</summary>
    public string Tag { get; }

    /// <summary>The language's name in itself.</summary>
    public string OwnName { get; }

    /// <summary>What the language switch leads to.</summary>
    public PortalLanguage Other => this == Chinese ? English : Chinese;

    /// <summary>What the query asks for; anything unknown, or nothing, is Chinese.</summary>
    public static PortalLanguage Of(string? query) => string.Equals(query, English.Tag, StringComparison.OrdinalIgnoreCase) ? English : Chinese;

    public string Say(string zh, string en) => this == Chinese ? zh : en;

    /// <summary>As <see cref="Say(string, string)"/>; null when the text is not there.</summary>
    public string? SayIfAny(string? zh, string? en) => this == Chinese ? zh : en;

    public string Say(LocalizedText text) => text.For(Tag);

    public string Say(CodedText text) => Say(text.Zh, text.En);
}
