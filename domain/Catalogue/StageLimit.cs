namespace CrossRegion.Domain.Catalogue;

/// <summary>环节时限: how long one stage may take.</summary>
public sealed record StageLimit(HandlingStage Stage, TimeLimit Limit);
