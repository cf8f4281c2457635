using TrialSim.Engine.Conduct;
using TrialSim.Model;
using TrialSim.Model.Time;

namespace TrialSim.Results.Samples;

/// <summary>Takes of the first replicates when events that visits see happened, and when they were seen by the last look.</summary>
internal sealed class SeenDelayReader(Trial trial) : ITrialReader
{
    // More points show nothing more.
    private const int MostPatients = 2000;

    private readonly List<SeenDelay> _delays = [];
    private long _patients;

    /// <summary>The rows so far: replicates, patients, events in their order.</summary>
    public IReadOnlyList<SeenDelay> Delays => _delays;

    /// <inheritdoc/>
    public void Add(ReplayedTrial replayed)
    {
        bool isFirst = _patients == 0;
        _patients += replayed.Patients;
        if (!isFirst && _patients > MostPatients)
        {
            return;
        }

        foreach (KnownRecord known in replayed.Known)
        {
            ReadOnlySpan<double> happened = replayed.Ledger.EventDaysOf(known.Patient);
            for (int index = 0; index < happened.Length; index++)
            {
                // A reader may see what never happens.
                if (!trial.Truth.Events[index].IsSeenAtOnce && known.SeenDays[index] < PatientDay.Never && double.IsFinite(happened[index]))
                {
                    _delays.Add(new SeenDelay(
                        replayed.Replicate, known.Patient + 1, trial.Design.Arms[known.Arm].Name, trial.Truth.Events[index].Name, happened[index], known.SeenDays[index].Value));
                }
            }
        }
    }
}
