using TrialSim.Engine.Randomness;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;

namespace TrialSim.Benchmarks.Bare;

/// <summary>
/// What other packages would make of three-arm-tace: survival and progression-free survival of three arms and their four log-rank tests. It leaves out the protocol and all that comes of it: sessions,
/// doses, scans at which progression is seen, responses, adverse events; and the analyses that are no tests.
/// </summary>
internal sealed class BareThreeArms(ulong seed)
{
    /// <summary>Patients of a replicate.</summary>
    public const int Patients = 450;

    private const double AccrualDays = 24 * DaysPer.Month;
    private const double FollowUpDays = 24 * DaysPer.Month;

    private static readonly byte[] Block = [0, 0, 1, 1, 2, 2];
    private static readonly uint Death = NamedPurpose.Of("event", "death");
    private static readonly uint Progression = NamedPurpose.Of("event", "progression");
    private static readonly double ControlDeaths = Math.Log(2) / (20 * DaysPer.Month);
    private static readonly double ControlProgressions = (Math.Log(2) / (7 * DaysPer.Month)) - ControlDeaths;
    private static readonly double[] DeathsPerDay = [ControlDeaths, 0.62 * ControlDeaths, 0.95 * ControlDeaths];
    private static readonly double[] ProgressionsPerDay = [ControlProgressions, 0.466 * ControlProgressions, 0.719 * ControlProgressions];
    private static readonly double LossesPerDay = -Math.Log(0.95) / DaysPer.Year;

    private readonly double[] _arrival = new double[Patients];
    private readonly byte[] _arm = new byte[Patients];
    private readonly double[] _death = new double[Patients];
    private readonly double[] _progression = new double[Patients];
    private readonly double[] _known = new double[Patients];
    private readonly double[] _time = new double[Patients];
    private readonly int[] _order = new int[Patients];
    private readonly byte[] _isExperimental = new byte[Patients];
    private readonly bool[] _hasEvent = new bool[Patients];

    /// <summary>Runs one replicate.</summary>
    /// <returns>How many of the four tests reject on both sides.</returns>
    public int Run(uint replicate)
    {
        BareTrial.Arrive(seed, replicate, AccrualDays, _arrival);
        BareTrial.Allocate(seed, replicate, Block, _arm);
        double cut = _arrival[^1] + FollowUpDays;
        for (uint patient = 0; patient < Patients; patient++)
        {
            byte arm = _arm[patient];
            double loss = new Draws(seed, replicate, patient, Purpose.LossToFollowUp).NextExponential() / LossesPerDay;
            _death[patient] = new Draws(seed, replicate, patient, Death).NextExponential() / DeathsPerDay[arm];
            _progression[patient] = Math.Min(_death[patient], new Draws(seed, replicate, patient, Progression).NextExponential() / ProgressionsPerDay[arm]);
            _known[patient] = Math.Min(loss, cut - _arrival[patient]);
        }

        int rejections = 0;
        for (byte experimental = 1; experimental < 3; experimental++)
        {
            rejections += Rejects(_death, experimental) ? 1 : 0;
            rejections += Rejects(_progression, experimental) ? 1 : 0;
        }

        return rejections;
    }

    private bool Rejects(ReadOnlySpan<double> eventDays, byte experimental)
    {
        int count = 0;
        for (int patient = 0; patient < Patients; patient++)
        {
            if (_arm[patient] == 0 || _arm[patient] == experimental)
            {
                _time[count] = Math.Min(eventDays[patient], _known[patient]);
                _hasEvent[patient] = eventDays[patient] <= _known[patient];
                _isExperimental[patient] = (byte)(_arm[patient] == 0 ? 0 : 1);
                _order[count++] = patient;
            }
        }

        Array.Sort(_time, _order, 0, count);
        return Math.Abs(BareTrial.LogRankZ(_order.AsSpan(0, count), _isExperimental, _hasEvent)) >= BareTrial.CriticalZ;
    }
}
