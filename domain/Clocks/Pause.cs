using NodaTime;

namespace CrossRegion.Domain.Clocks;

/// <summary>
/// 中止期间 (行政许可法 art. 45): the days in (<paramref name="From"/>, <paramref name="To"/>] do not count. The day it begins counts
/// still, as the day a limit starts from does not (民法典 art. 201).
/// </summary>
public sealed record Pause(LocalDate From, LocalDate To)
{
    public bool Covers(LocalDate date) => date > From && date <= To;
}
