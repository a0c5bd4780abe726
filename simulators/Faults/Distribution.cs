namespace CrossRegion.Simulators.Faults;

/// <summary>How long something takes, in seconds; never longer than <paramref name="most"/>.</summary>
/// <param name="draw">Makes seconds of draws.</param>
internal sealed class Distribution(Func<Dice, double> draw, double most)
{
    /// <summary>95 of 100 values of a standard normal distribution are below it.</summary>
    private const double Quantile95 = 1.6448536269514722;

    public static Distribution None { get; } = Constant(0);

    public TimeSpan Draw(Dice dice) => TimeSpan.FromSeconds(Math.Min(draw(dice), most));

    public static Distribution Constant(double seconds) => new(_ => seconds, seconds);

    public static Distribution Uniform(double least, double most) => new(dice => least + (dice.Next() * (most - least)), most);

    public static Distribution Exponential(double mean, double most) => new(dice => -mean * Math.Log(1 - dice.Next()), most);

    /// <summary>As answers over a network are: most near the median, some very late.</summary>
    public static Distribution LogNormal(double median, double p95, double most)
    {
        var sigma = Math.Log(p95 / median) / Quantile95;
        return new(dice => median * Math.Exp(sigma * Normal(dice)), most);
    }

    /// <summary>A standard normal value (Box and Muller).</summary>
    private static double Normal(Dice dice) => Math.Sqrt(-2 * Math.Log(1 - dice.Next())) * Math.Cos(2 * Math.PI * dice.Next());
}
