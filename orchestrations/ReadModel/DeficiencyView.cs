namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>One material that is missing or wrong.</summary>
/// <param name="Material">The material's code.</param>
/// <param name="NameZh">The material's name.</param>
/// <param name="NameEn">The material's name.</param>
/// <param name="Code">What is wrong, for programs.</param>
/// <param name="MessageZh">What is wrong and what to hand in.</param>
/// <param name="MessageEn">What is wrong and what to hand in.</param>
public sealed record DeficiencyView(string Material, string NameZh, string NameEn, string Code, string MessageZh, string MessageEn);
