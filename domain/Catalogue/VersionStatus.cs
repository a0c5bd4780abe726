using System.Text.Json.Serialization;
using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Catalogue;

/// <summary>
/// Whether a version of an item may be used: a draft can change and is never in force, a published version never changes.
/// </summary>
[JsonConverter(typeof(CodeJsonConverter<VersionStatus>))]
public enum VersionStatus
{
    [Code("draft", "草稿", "Draft")]
    Draft = 1,

    [Code("published", "已发布", "Published")]
    Published = 2,
}
