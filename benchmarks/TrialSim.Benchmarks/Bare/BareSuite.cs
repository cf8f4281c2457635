using TrialSim.Engine.Randomness;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;

namespace TrialSim.Benchmarks.Bare;

/// <summary>
/// What one would write for demo-angiography-capacity alone: patients come to one suite about every six weeks until they progress, first come, first served, and are scanned about every six weeks. As many draws
/// and entries a patient, but not the same trial: a treatment that works for six weeks is left out, progression has one hazard.
/// </summary>
internal sealed class BareSuite(ulong seed)
{
    /// <summary>Patients of a replicate.</summary>
    public const int Patients = 60;

    private const double AccrualDays = 12 * DaysPer.Month;
    private const double FollowUpDays = 12 * DaysPer.Month;
    private const double SessionDays = 7.0 / 5;

    private static readonly double ProgressionsPerDay = 0.5 * Math.Log(2) / (5 * DaysPer.Month);
    private static readonly double DeathsPerDay = Math.Log(2) / (20 * DaysPer.Month);

    private readonly double[] _arrival = new double[Patients];
    private readonly double[] _wantedUntil = new double[Patients];
    private readonly uint[] _sessions = new uint[Patients];
    private readonly PriorityQueue<uint, double> _wanted = new(Patients);
    private readonly List<(uint Patient, double Day, double Waited)> _entries = [];

    /// <summary>Runs one replicate.</summary>
    /// <returns>How many entries its patients have: sessions, each with its wait, scans, and ends.</returns>
    public int Run(uint replicate)
    {
        _entries.Clear();
        _wanted.Clear();
        BareTrial.Arrive(seed, replicate, AccrualDays, _arrival);
        double cut = _arrival[^1] + FollowUpDays;
        for (uint patient = 0; patient < Patients; patient++)
        {
            _sessions[patient] = 0;
            double progression = new Draws(seed, replicate, patient, Purposes.Progression).NextExponential() / ProgressionsPerDay;
            double death = new Draws(seed, replicate, patient, Purposes.Death).NextExponential() / DeathsPerDay;
            double end = _arrival[patient] + Math.Min(progression, death);
            _wantedUntil[patient] = Math.Min(end, cut);
            Scan(replicate, patient, end, cut);
            _wanted.Enqueue(patient, _arrival[patient] + (14 * Uniform(replicate, patient, Purposes.Session, 0)));
        }

        double free = 0;
        while (_wanted.TryDequeue(out uint patient, out double day))
        {
            double start = Math.Max(day, free);
            if (start > _wantedUntil[patient])
            {
                continue;
            }

            free = start + SessionDays;
            _entries.Add((patient, start, start - day));
            _wanted.Enqueue(patient, start + 35 + (14 * Uniform(replicate, patient, Purposes.Session, ++_sessions[patient])));
        }

        return _entries.Count;
    }

    private void Scan(uint replicate, uint patient, double end, double cut)
    {
        double day = _arrival[patient] + 42;
        for (uint scan = 1; day <= cut; scan++)
        {
            _entries.Add((patient, day, 0));
            if (day >= end)
            {
                return;
            }

            day += 35 + (14 * Uniform(replicate, patient, Purposes.Scan, scan));
        }
    }

    private double Uniform(uint replicate, uint patient, uint purpose, uint occasion) => new Draws(seed, replicate, patient, purpose, occasion).NextUniform();

    private static class Purposes
    {
        public const uint Progression = NamedPurpose.HighBit;
        public const uint Death = Progression + 1;
        public const uint Session = Progression + 2;
        public const uint Scan = Progression + 3;
    }
}
