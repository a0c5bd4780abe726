namespace CrossRegion.Domain.Catalogue;

/// <summary>One field of a shared data item.</summary>
/// <param name="Key">Its name in messages, lower camel case.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="IsPersonal">Whether it is personal information (个人信息保护法 art. 4).</param>
public sealed record SharedDataField(string Key, LocalizedText Name, bool IsPersonal);
