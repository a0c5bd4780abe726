using System.Text.Json.Serialization;

namespace CrossRegion.Domain.CodeSets;

/// <summary>满意度, GB/T 39046-2020 A.8. 1 is the best: stars run the other way. 4 and 5 are bad reviews (差评, 国办发〔2019〕51号).</summary>
[JsonConverter(typeof(CodeJsonConverter<Satisfaction>))]
public enum Satisfaction
{
    [Code("1", "非常满意", "Very satisfied")]
    VerySatisfied = 1,

    [Code("2", "满意", "Satisfied")]
    Satisfied = 2,

    [Code("3", "基本满意", "Basically satisfied")]
    Basic = 3,

    [Code("4", "不满意", "Dissatisfied")]
    Dissatisfied = 4,

    [Code("5", "非常不满意", "Very dissatisfied")]
    VeryDissatisfied = 5,
}
