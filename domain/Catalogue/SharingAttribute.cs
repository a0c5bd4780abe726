using System.Text.Json.Serialization;
using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Catalogue;

/// <summary>共享属性 (政务数据共享条例 art. 14): on what terms a shared data item is given.</summary>
[JsonConverter(typeof(CodeJsonConverter<SharingAttribute>))]
public enum SharingAttribute
{
    [Code("unconditional", "无条件共享", "Shared unconditionally")]
    Unconditional = 1,

    [Code("conditional", "有条件共享", "Shared under conditions")]
    Conditional = 2,
}
