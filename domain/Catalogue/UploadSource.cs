namespace CrossRegion.Domain.Catalogue;

/// <summary>The applicant hands the material in.</summary>
public sealed record UploadSource : MaterialSource;
