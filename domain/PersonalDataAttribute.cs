namespace CrossRegion.Domain;

/// <summary>
/// 个人信息 (个人信息保护法 art. 4), and whatever people wrote in their own words: the value is stored only sealed under its
/// application's key, and is gone with that key. Once it is gone a text reads as empty, a list as empty, everything else as null.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalDataAttribute : Attribute;
