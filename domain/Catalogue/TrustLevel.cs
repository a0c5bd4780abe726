using System.Text.Json.Serialization;
using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Catalogue;

/// <summary>How far a material can be relied on (国办函〔2016〕108号).</summary>
[JsonConverter(typeof(CodeJsonConverter<TrustLevel>))]
public enum TrustLevel
{
    [Code("A", "发证机关签发,可直接使用", "Issued by the authority itself, usable directly")]
    A = 1,

    [Code("B", "窗口人员核验过原件,可重复使用", "Verified against the original by a window, reusable")]
    B = 2,

    [Code("C", "用户上传,须到窗口核验", "Uploaded by the user, to be verified at a window")]
    C = 3,

    [Code("D", "用户自制,自行担保", "Made by the user, who vouches for it")]
    D = 4,
}
