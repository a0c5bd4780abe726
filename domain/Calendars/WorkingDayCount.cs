namespace CrossRegion.Domain.Calendars;

/// <summary>How many working days lie in a period.</summary>
/// <param name="Days">How many.</param>
/// <param name="IsProvisional">True when the period reaches into a year without a published notice, where only weekends are known.</param>
public sealed record WorkingDayCount(WorkingDays Days, bool IsProvisional);
