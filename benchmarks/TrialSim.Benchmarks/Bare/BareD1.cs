using TrialSim.Engine.Randomness;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;

namespace TrialSim.Benchmarks.Bare;

/// <summary>benchmark-d1: 54 and 53 patients, medians of 16 and 20 months, 10 % lost in the 24 months of follow-up, one log-rank test on both sides.</summary>
internal sealed class BareD1(ulong seed) : IBareTrial
{
    private const int Patients = 107;
    private const int Controls = 54;
    private const double CutDay = 51 * DaysPer.Month;
    private const double AccrualDays = 27 * DaysPer.Month;
    private const double MaxFollowUpDays = 24 * DaysPer.Month;

    private static readonly byte[] Block = [.. Enumerable.Repeat((byte)0, Controls), .. Enumerable.Repeat((byte)1, Patients - Controls)];
    private static readonly uint Death = NamedPurpose.Of("event", "death");
    private static readonly double[] DeathsPerDay = [Math.Log(2) / (16 * DaysPer.Month), Math.Log(2) / (20 * DaysPer.Month)];
    private static readonly double LossesPerDay = -Math.Log(0.9) / MaxFollowUpDays;

    private readonly double[] _arrival = new double[Patients];
    private readonly byte[] _arm = new byte[Patients];
    private readonly double[] _time = new double[Patients];
    private readonly int[] _order = new int[Patients];
    private readonly bool[] _hasEvent = new bool[Patients];

    /// <inheritdoc/>
    public void Run(uint replicate, Span<int> rejectedAt)
    {
        BareTrial.Arrive(seed, replicate, AccrualDays, _arrival);
        BareTrial.Allocate(seed, replicate, Block, _arm);
        for (uint patient = 0; patient < Patients; patient++)
        {
            double death = new Draws(seed, replicate, patient, Death).NextExponential() / DeathsPerDay[_arm[patient]];
            double loss = new Draws(seed, replicate, patient, Purpose.LossToFollowUp).NextExponential() / LossesPerDay;
            double known = Math.Min(Math.Min(loss, MaxFollowUpDays), CutDay - _arrival[patient]);
            _hasEvent[patient] = death <= known;
            _time[patient] = Math.Min(death, known);
            _order[patient] = (int)patient;
        }

        Array.Sort(_time, _order);
        rejectedAt[0] = Math.Abs(BareTrial.LogRankZ(_order, _arm, _hasEvent)) >= BareTrial.CriticalZ ? 0 : -1;
    }
}
