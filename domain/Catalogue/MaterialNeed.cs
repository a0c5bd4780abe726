using System.Text.Json.Serialization;
using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Catalogue;

/// <summary>材料必要性: whether an application can be complete without the material.</summary>
[JsonConverter(typeof(CodeJsonConverter<MaterialNeed>))]
public enum MaterialNeed
{
    [Code("required", "必要", "Required")]
    Required = 1,

    [Code("conditional", "特定情形必要", "Required in the case its condition names")]
    Conditional = 2,

    [Code("optional", "非必要", "Optional")]
    Optional = 3,
}
