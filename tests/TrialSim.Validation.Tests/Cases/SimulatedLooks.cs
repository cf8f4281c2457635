using TrialSim.Results;
using TrialSim.Results.Tables;

namespace TrialSim.Validation.Tests.Cases;

/// <summary>A scenario simulated, with the rows of one of its tests by look.</summary>
internal sealed class SimulatedLooks
{
    private readonly ILookup<string, ReplicateRecord> _rows;
    private readonly Agreement _agreement;

    private SimulatedLooks(SimulatedTrial trial, ILookup<string, ReplicateRecord> rows, Agreement agreement)
    {
        Trial = trial;
        _rows = rows;
        _agreement = agreement;
    }

    public SimulatedTrial Trial { get; }

    public static SimulatedLooks Run(string yaml, string analysis, uint replicates, Agreement agreement)
    {
        List<ReplicateRecord> rows = [];
        SimulatedTrial trial = SimulatedTrial.Run(yaml, replicates, record =>
        {
            if (record.Names.Analysis == analysis)
            {
                rows.Add(record);
            }
        });
        return new SimulatedLooks(trial, rows.ToLookup(record => record.Names.Look), agreement);
    }

    public double[] Events(string look) => [.. _rows[look].Select(record => (double)record.Row.Events)];

    /// <summary>Looks come at the mean months that another simulation of so many trials found.</summary>
    public void AreReachedIn((string Look, double Months)[] looks, double lastDigit, long trials)
    {
        foreach ((string look, double months) in looks)
        {
            OperatingCharacteristic time = Trial.Of(look, "", Measures.LookTime);
            _agreement.Mean($"{look}, months", time, Expected.SimulatedMean(months, time, trials).RoundedTo(lastDigit));
        }
    }

    /// <summary>Bounds are passed by then as often as another simulation of so many trials found.</summary>
    public void PassBounds((string Look, double Bound, double Power)[] looks, long trials)
    {
        HashSet<long> passed = [];
        foreach ((string look, double bound, double power) in looks)
        {
            passed.UnionWith(_rows[look].Where(record => record.IsReached && record.Row.Z >= bound).Select(record => record.Replicate));
            _agreement.Share($"bounds up to {look}", passed.Count, _rows[look].Count(), Expected.SimulatedShare(power, trials));
        }
    }
}
