using CrossRegion.Orchestrations.ReadModel;

namespace CrossRegion.Portal.Language;

/// <summary>省级行政区: the provinces' codes and names, in the order in which lists show them.</summary>
public sealed class ProvinceNames(IReadOnlyList<CodedText> provinces)
{
    public IReadOnlyList<CodedText> All => provinces;

    /// <summary>The province's name; the code itself when it is none of them.</summary>
    public string Name(string code, PortalLanguage language) =>
        provinces.FirstOrDefault(province => province.Code == code) is { } known ? language.Say(known) : code;
}
