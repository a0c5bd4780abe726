using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Catalogue;

/// <summary>申请材料.</summary>
/// <param name="Code">Its code, below the item's handling code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Need">Whether an application can be complete without it.</param>
/// <param name="Condition">In which case it is needed; there exactly when <paramref name="Need"/> is conditional.</param>
/// <param name="Trust">How far what comes in can be relied on.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record Material(
    MaterialCode Code, LocalizedText Name, MaterialNeed Need, LocalizedText? Condition, TrustLevel Trust, MaterialSource Source);
