using System.Text.Json.Serialization;

namespace CrossRegion.Domain.CodeSets;

/// <summary>办理形式, GB/T 39046-2020 A.5: by which way an application may be made.</summary>
[JsonConverter(typeof(CodeJsonConverter<HandlingForm>))]
public enum HandlingForm
{
    [Code("1", "窗口办理", "At a window")]
    Window = 1,

    [Code("2", "电脑端办理", "By computer")]
    Computer = 2,

    [Code("3", "移动端办理", "By mobile device")]
    Mobile = 3,

    [Code("4", "快递申请", "By courier")]
    Courier = 4,

    [Code("9", "其他", "Other")]
    Other = 9,
}
