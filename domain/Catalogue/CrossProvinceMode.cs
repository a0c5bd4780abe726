using System.Text.Json.Serialization;
using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Catalogue;

/// <summary>The three ways of handling across provinces (国办发〔2020〕35号).</summary>
[JsonConverter(typeof(CodeJsonConverter<CrossProvinceMode>))]
public enum CrossProvinceMode
{
    [Code("fullyOnline", "全程网办", "Fully online")]
    FullyOnline = 1,

    [Code("remoteReceipt", "异地代收代办", "Received elsewhere, decided at home")]
    RemoteReceipt = 2,

    [Code("jointHandling", "多地联办", "Handled jointly in several places")]
    JointHandling = 3,
}
