namespace CrossRegion.Domain.Clocks;

/// <summary>Who approved an extension (行政许可法 art. 42): an official, by name and office.</summary>
public sealed record Approver(string Name, ApproverOffice Office);
