using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Portal.Language;

namespace CrossRegion.Portal.Tests.Applications;

internal static class SampleProvinces
{
    public static ProvinceNames Names { get; } = new(
    [
        new CodedText("44", "广东省", "Guangdong"),
        new CodedText("50", "重庆市", "Chongqing"),
        new CodedText("51", "四川省", "Sichuan"),
    ]);
}
