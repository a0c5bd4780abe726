using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Orchestrations.Events;

/// <summary>The words events have for 办理形式 (GB/T 39046-2020 A.5).</summary>
public sealed class ChannelJsonConverter() : WireNameJsonConverter<HandlingForm>(
    ("window", HandlingForm.Window),
    ("web", HandlingForm.Computer),
    ("mobile", HandlingForm.Mobile),
    ("mail", HandlingForm.Courier));
