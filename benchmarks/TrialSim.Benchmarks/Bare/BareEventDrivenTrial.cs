using TrialSim.Engine.Randomness;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;

namespace TrialSim.Benchmarks.Bare;

/// <summary>What benchmark-d2 and benchmark-d3 share: two arms by blocks of four, a median of 12 months without treatment, deaths alone, nobody lost, looks at a number of deaths.</summary>
/// <param name="seed">The run's seed.</param>
/// <param name="patients">Of both arms.</param>
/// <param name="accrualDays">Days over which they come.</param>
/// <param name="hazardRatio">Of arm 1.</param>
/// <param name="delayDays">Days since randomisation from which it holds.</param>
internal sealed class BareEventDrivenTrial(ulong seed, int patients, double accrualDays, double hazardRatio, double delayDays)
{
    private static readonly byte[] Block = [0, 0, 1, 1];
    private static readonly uint Death = NamedPurpose.Of("event", "death");

    private static readonly double DeathsPerDay = Math.Log(2) / (12 * DaysPer.Month);

    private readonly double[] _arrival = new double[patients];
    private readonly byte[] _arm = new byte[patients];
    private readonly double[] _death = new double[patients];
    private readonly double[] _eventDays = new double[patients];
    private readonly double[] _time = new double[patients];
    private readonly int[] _order = new int[patients];
    private readonly bool[] _hasEvent = new bool[patients];

    /// <summary>Arm of each patient.</summary>
    public ReadOnlySpan<byte> Arm => _arm;

    /// <summary>Of each patient, whether the death was known at the last cut.</summary>
    public ReadOnlySpan<bool> HasEvent => _hasEvent;

    /// <summary>Draws the patients of a replicate.</summary>
    public void Draw(uint replicate)
    {
        BareTrial.Arrive(seed, replicate, accrualDays, _arrival);
        BareTrial.Allocate(seed, replicate, Block, _arm);
        for (int patient = 0; patient < patients; patient++)
        {
            double asControl = new Draws(seed, replicate, (uint)patient, Death).NextExponential() / DeathsPerDay;
            _death[patient] = _arm[patient] == 0 || asControl <= delayDays ? asControl : delayDays + ((asControl - delayDays) / hazardRatio);
            _eventDays[patient] = _arrival[patient] + _death[patient];
        }

        Array.Sort(_eventDays);
    }

    /// <summary>Cuts the data on the day of a death.</summary>
    /// <param name="deaths">Its number.</param>
    /// <returns>Patients randomised by then, by their time.</returns>
    public ReadOnlySpan<int> CutAt(int deaths)
    {
        double cut = _eventDays[deaths - 1];
        int known = 0;
        while (known < patients && _arrival[known] <= cut)
        {
            _hasEvent[known] = _arrival[known] + _death[known] <= cut;
            _time[known] = _hasEvent[known] ? _death[known] : cut - _arrival[known];
            _order[known] = known;
            known++;
        }

        Array.Sort(_time, _order, 0, known);
        return _order.AsSpan(0, known);
    }
}
