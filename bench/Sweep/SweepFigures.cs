namespace CrossRegion.Bench.Sweep;

/// <summary>What a sweep for due limits costs.</summary>
/// <param name="Open">Open cases in the large store.</param>
/// <param name="Few">Open cases in the small one.</param>
/// <param name="Due">Cases in which something is due, in each sweep, in both.</param>
/// <param name="StoreMB">Size of the large store, MB of 10^6 bytes.</param>
/// <param name="FillCasesPerS">Speed of filling it.</param>
/// <param name="FewMs">Median time of a sweep of the small store, milliseconds.</param>
/// <param name="ManyMs">Median time of a sweep of the large one.</param>
/// <param name="Ratio">Large over small.</param>
/// <param name="Rounds">Sweeps of each, taken in turn.</param>
/// <param name="Errors">Cases that a sweep found or left wrongly.</param>
internal sealed record SweepFigures(
    int Open, int Few, int Due, double StoreMB, double FillCasesPerS, double FewMs, double ManyMs, double Ratio, int Rounds, int Errors);
