using System.Diagnostics;
using System.Globalization;

namespace CrossRegion.Bench.Measuring;

/// <summary>What this process costs the machine from now on: CPU time, and memory at its peak.</summary>
internal sealed class ProcessCost : IDisposable
{
    private static readonly TimeSpan SamplingPeriod = TimeSpan.FromSeconds(1);

    private readonly Process _process = Process.GetCurrentProcess();
    private readonly TimeSpan _cpuBefore;
    private readonly Timer _sampling;
    private double _peakPssMB;

    public ProcessCost()
    {
        _cpuBefore = _process.TotalProcessorTime;
        _sampling = new Timer(_ => Sample(), null, TimeSpan.Zero, SamplingPeriod);
    }

    /// <summary>User and system time since the beginning.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime - _cpuBefore;
        }
    }

    /// <summary>Greatest proportional set size (resident memory, shared pages counted in part) seen at one sample a second; MB of 10^6 bytes.</summary>
    public double PeakPssMB
    {
        get
        {
            Sample();
            return Math.Round(_peakPssMB, 1);
        }
    }

    public void Dispose()
    {
        _sampling.Dispose();
        _process.Dispose();
    }

    private void Sample() => _peakPssMB = Math.Max(_peakPssMB, PssOf(_process.Id));

    /// <summary>Proportional set size of a process in MB of 10^6 bytes.</summary>
    public static double PssOf(int processId)
    {
        var pss = File.ReadLines($"/proc/{processId}/smaps_rollup").First(line => line.StartsWith("Pss:", StringComparison.Ordinal));
        return double.Parse(pss.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }
}
