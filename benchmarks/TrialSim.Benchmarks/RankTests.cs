using BenchmarkDotNet.Attributes;
using TrialSim.Engine.Randomness;
using TrialSim.Statistics.Survival;

namespace TrialSim.Benchmarks;

/// <summary>The analyses of 600 patients that are already sorted by time, four in five of them with the event.</summary>
[MemoryDiagnoser, MeasuredIn(MeasuredTime.Processor)]
public class RankTests
{
    private const int Patients = 600;

    private static readonly RankWeight Late = RankWeight.FlemingHarrington(0, 1);

    private readonly double[] _days = new double[Patients];
    private readonly bool[] _hasEvent = new bool[Patients];
    private readonly byte[] _arm = new byte[Patients];
    private readonly RiskRow[] _rows = new RiskRow[Patients];
    private readonly KaplanMeierRow[] _curve = new KaplanMeierRow[Patients];

    /// <summary>Draws the patients.</summary>
    [GlobalSetup]
    public void Draw()
    {
        double day = 0;
        for (uint patient = 0; patient < Patients; patient++)
        {
            Draws draws = new(7, 1, patient, Purpose.Arrival);
            day += draws.NextExponential();
            _days[patient] = day;
            _hasEvent[patient] = draws.NextUniform() < 0.8;
            _arm[patient] = (byte)(draws.NextUniform() < 0.5 ? 0 : 1);
        }
    }

    /// <summary>The risk table alone.</summary>
    [Benchmark(Baseline = true)]
    public int Table() => Fill();

    /// <summary>Risk table and log-rank test.</summary>
    [Benchmark]
    public double LogRankTest() => LogRank.Test(_rows.AsSpan(0, Fill())).Z;

    /// <summary>Risk table and the log-rank test with weights 1 − S(t−).</summary>
    [Benchmark]
    public double LateLogRankTest() => WeightedLogRank.Test(_rows.AsSpan(0, Fill()), Late).Z;

    /// <summary>Risk table and MaxCombo of both.</summary>
    [Benchmark]
    public double MaxComboTest()
    {
        int count = Fill();
        return MaxCombo.Largest(_rows.AsSpan(0, count), [count], [RankWeight.Constant, Late]).PValue;
    }

    /// <summary>Risk table and Cox regression.</summary>
    [Benchmark]
    public double Cox() => CoxRegression.Fit(_rows.AsSpan(0, Fill())).LogHazardRatio;

    /// <summary>Kaplan–Meier median of one arm with its interval.</summary>
    [Benchmark]
    public double Median() => KaplanMeier.Fill(Sample, 0, _curve).Median(0.95, IntervalTransform.Log).Days;

    private SurvivalSample Sample => new(_days, _hasEvent, _arm);

    private int Fill() => RiskTable.Fill(Sample, 0, 1, _rows);
}
