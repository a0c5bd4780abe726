using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Cases;

/// <summary>异地代收 (国办发〔2020〕35号, 收受分离): an application that another province received for the one that decides.</summary>
/// <param name="Province">收件地: where it was received, its form checked.</param>
/// <param name="At">When.</param>
/// <param name="IdentityConfirmed">身份核验: whether the authorities know the applicant; null where it was not asked, or could not be.</param>
public sealed record Collection(ProvinceCode Province, Instant At, bool? IdentityConfirmed);
