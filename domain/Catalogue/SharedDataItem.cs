using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Catalogue;

/// <summary>共享数据项: an entry of the sharing catalogue (政务数据共享条例 art. 13).</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">What it says.</param>
/// <param name="Provider">数源部门: the one department that answers for the datum (art. 19).</param>
/// <param name="System">The provider's national system it is asked of.</param>
/// <param name="Sharing">On what terms it is given.</param>
/// <param name="Condition">The condition, there exactly when sharing is conditional (art. 15).</param>
/// <param name="Fields">Its data items.</param>
public sealed record SharedDataItem(
    SharedDataCode Code,
    LocalizedText Name,
    LocalizedText Provider,
    LocalizedText System,
    SharingAttribute Sharing,
    LocalizedText? Condition,
    IReadOnlyList<SharedDataField> Fields);
