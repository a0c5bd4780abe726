using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>数据共享: what the authorities hold was looked up and not asked for (政务数据共享条例 art. 19).</summary>
public sealed record SharedDataObtained(Instant At, string By, SharedDataCode DataItem, bool Found) : CaseStep(At, By)
{
    public override string Key => $"shared-data:{DataItem}";
}
