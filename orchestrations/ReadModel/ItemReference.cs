namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>事项: a service item in one published version.</summary>
/// <param name="Code">The handling code, 33 characters.</param>
/// <param name="Version">The catalogue's version that governs the application to its end.</param>
/// <param name="NameZh">Its name.</param>
/// <param name="NameEn">Its name.</param>
public sealed record ItemReference(string Code, int Version, string NameZh, string NameEn);
